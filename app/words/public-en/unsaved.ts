/** When the database has no turn, or the disk no room, for what was sent. */
export const unsavedWords = {
  heading: "We could not save what you sent",
  reasons: {
    busy: "Too much is being saved at the moment.",
    disk: "Our disk takes nothing more at the moment. We have been told.",
  },
  kept: "Nothing of it has reached us yet. Your words are still here: press the button to send them again. If it does not work, copy them before you leave this page.",
  files: "The files that you added have to be chosen again.",
  nothingSent:
    "Nothing that you sent before is lost. Try again in a few minutes.",
  typed: "What you typed",
  tryAgain: "Try again",
};
