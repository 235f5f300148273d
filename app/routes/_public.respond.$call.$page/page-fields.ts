/** The form's own fields, beside those of its questions. */
export const formFields = {
  intent: "intent",
  draftMark: "draft",
  pageVersion: "version",
  rendering: "rendering",
} as const;

/** The field for what is said of a file that is there. */
export const aboutField = (publicId: string) => `about-${publicId}`;

const aboutFieldPattern = /^about-([0-9a-f-]{36})$/;

/** The file that such a field is about; undefined where it is another field. */
export function fileOfAboutField(name: string): string | undefined {
  return aboutFieldPattern.exec(name)?.[1];
}

/** Says in the place of a draft's mark that there is none yet. */
export const newDraftMark = "new";

export const intents = {
  continue: "continue",
  back: "back",
  later: "later",
  speak: "speak",
  keepSaved: "keep-saved",
  upload: "upload",
  remove: "remove",
} as const;
