/** What the page's script says of files while they are on their way; `{percent}` and `{name}` stand for what it puts there. */
export const uploadingWords = {
  waiting: "Waiting",
  sent: "{percent}% sent",
  lookedInto: "Sent. We are looking into it…",
  lost: "The connection is lost. We go on from here by ourselves when it is back.",
  failed:
    "This file did not reach us. Check your connection, then try again. If it happens again, write to us",
  gone: "This file was not added: these answers were sent or deleted meanwhile. Load the page again to see where they are",
  unfinished: (percent: number) =>
    `${percent}% of it is here. Choose the file again to go on from there.`,
  added: "{name} has been added",
  notAdded: "{name} was not added",
  cancelled: "{name} was cancelled",
  cancel: "Cancel",
  retry: "Try again",
  clear: "Clear",
  remove: "Remove",
  about: "What is this file? (optional)",
  stillComing:
    "Your files are still on their way. We go on by ourselves when they have arrived.",
};
