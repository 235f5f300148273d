import { formatTime } from "./times.ts";

/** As `DraftUntil` in the drafts area, mirrored because words import nothing. */
type Until = { at: string; because: "call-closes" | "not-saved-since" };

function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

type CodeLetter = { code: string; comeBackAt: string; until: string };

/** Leaving a form and coming back to it, here or on another device. */
export const comingBackWords = {
  /** The one sentence that says until when answers can be come back to. */
  until: ({ at, because }: Until): string =>
    because === "call-closes"
      ? `You can come back and send these answers until ${formatTime(at)}, UK time, when the call closes.`
      : `You can come back to these answers until ${formatTime(at)}, UK time. Then we delete them, unless you have saved them again.`,
  save: {
    heading: "Your answers are saved",
    saved:
      "You can close this page. On this device your answers, with the files you added, are on the call’s page when you come back.",
    makeHeading: "To go on anywhere else",
    makeNote:
      "A resume code opens your answers and files on any device, without an account or an email address. Keep it private: whoever has it can read and change your answers.",
    make: "Show me a resume code",
    againNote:
      "You have made a resume code for these answers. We keep no copy of it and cannot show it again. If you make a new one, the old one ends.",
    again: "Make a new resume code",
    codeHeading: "Your resume code",
    codeWhere: "Type it in on this page, on any device:",
    codeOnce:
      "We show the code this once. Write it down, copy it or print this page. Keep it private: whoever has it can read and change your answers. If you make a new one, this one ends.",
    copy: "Copy the code",
    copied: "Copied.",
    notCopied: "Your browser did not copy it. Select the code and copy it.",
    mail: {
      heading: "Send the code to an email address",
      note: "You do not have to. The message names no call, and has the code in it: whoever reads your email can use it. We delete the address when the message has gone, and keep nothing that ties it to your answers.",
      label: "Email address",
      send: "Send the code",
      sent: "If the address is right, a message with this code is on its way. It may take some minutes, or land among unwanted messages, and one address gets no more than five from us in a day. Write the code down as well, in case it does not come.",
      ended:
        "This code has ended, because a newer one was made. Use that one, or make a new one",
      mustWait: (seconds: number) =>
        `Codes were sent from here several times. Write the code down, or ask again in ${waitInWords(seconds)}`,
    },
    backToAnswers: "Back to your answers",
    offHeading: "If other people use this device",
    offNote:
      "Anyone who uses this browser can open your answers. When you have a resume code, you can take them off this device. They stay on our server, and only the code opens them.",
    off: "I have my code: take my answers off this device",
    deleteLink: "Delete my answers instead",
    offDoneHeading: "Your answers are off this device",
    offDone:
      "They are kept on our server until the time we told you. Only your resume code opens them.",
  },
  /** The mail with a resume code. Whoever looks over a shoulder at a list of messages learns nothing from it. */
  codeLetter: ({ code, comeBackAt, until }: CodeLetter) => ({
    subject: "The code you asked for",
    text: [
      "Here is the code you asked for:",
      code,
      `Type it in on this page, on any device:\n${comeBackAt}`,
      until,
      "If a newer code is made, this one ends. Keep it private: whoever has it can read and change what was saved. Delete this message when you do not need it any more.",
      "If you did not ask for a code, somebody typed in your address by mistake. You do not have to do anything.",
      "Nobody reads answers to this message.",
    ].join("\n\n"),
  }),
  comeBack: {
    link: "Come back to your answers with a code",
    heading: "What is your resume code?",
    hint: "It has 24 letters and numbers, like AAAA-BBBB-CCCC-DDDD-EEEE-FFFF. Spaces, dashes and small letters do not matter.",
    open: "Open my answers",
    refusals: {
      "unknown-code":
        "Enter your resume code. This one opens nothing: it may have a mistake in it, or be an older one, or its answers may have been sent or deleted",
      "too-many-drafts":
        "This browser has 20 answers that are not sent, which is the most we keep. Send or delete one of them, then enter your code again",
    },
    mustWait: (seconds: number) =>
      `Many codes were tried. Wait ${waitInWords(seconds)}, then enter your code again`,
    helpHeading: "If you have no code",
    help: [
      "On the device and in the browser that you began in, go to the call’s page. It shows your answers.",
      "If you have lost the code and cannot use that device, nobody can open your answers: we keep no copy of the code. You can begin again from the call’s page.",
      "A receipt code or a code we gave you to answer late is another kind of code. It does not work here.",
    ],
  },
  somebodyElse: {
    heading: "Start again as somebody else",
    lead: "You get an empty form of your own. It changes nothing in the answers that are here already.",
    stays: (time: string) =>
      `Those answers stay on this device until ${time}, UK time, unless they are deleted or taken off it before. Until then anyone who uses this browser can open them, and yours too.`,
    start: "Start my own answers",
    offHeading:
      "If the answers that are here are yours too, or you share this device",
    off: "You can get a resume code for them and then take them off this device.",
    offLink: "Get a code and take them off this device",
    delete: {
      note: "Or you can delete them, here and on our server.",
      link: "Delete the answers that are here",
    },
  },
};
