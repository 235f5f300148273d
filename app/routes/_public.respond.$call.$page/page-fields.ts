/** The form's own fields, beside those of its questions. */
export const formFields = {
  intent: "intent",
  draftMark: "draft",
  pageVersion: "version",
  rendering: "rendering",
} as const;

/** Says in the place of a draft's mark that there is none yet. */
export const newDraftMark = "new";

export const intents = {
  continue: "continue",
  back: "back",
  keepSaved: "keep-saved",
  upload: "upload",
  remove: "remove",
} as const;
