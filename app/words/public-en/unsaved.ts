/** When what was sent came to nothing, and is given back. */
export const unsavedWords = {
  heading: "We could not save what you sent",
  reasons: {
    busy: "Too much is being saved at the moment. Nothing of it has reached us yet.",
    disk: "Our disk takes nothing more at the moment. We have been told. Nothing of it has reached us yet.",
    away: "The place where we keep what is sent cannot be reached at the moment. We do not know whether this reached it. You can send it again: nothing comes in twice.",
    "not-allowed":
      "Your account does not open this page any more. Ask the lead of the review team if you need it.",
    "not-open":
      "These pages are open for half an hour at a time, and that is over. Enter your reference number and your receipt code in another tab, then come back to this one.",
    "not-found": "There is nothing at this address any more.",
    "not-read": "We could not read this form.",
    fault: "Something went wrong on our side.",
  },
  kept: "Your words are still here: press the button to send them again. If it does not work, copy them before you leave this page.",
  files: "The files that you added have to be chosen again.",
  nothingSent:
    "Nothing that you sent before is lost. Try again in a few minutes.",
  typed: "What you typed",
  tryAgain: "Try again",
};
