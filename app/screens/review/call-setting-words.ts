import {
  maxHelpLines,
  maxSections,
} from "#app/domain/calls/authoring/setting-forms.ts";
import { editRefusals } from "./call-editor-words.ts";

/** Why a setting of a call was not saved, by the field it stands at. */
export const settingRefusals = {
  ...editRefusals,
  "danger-missing": {
    danger:
      "Enter what to do in danger: help lines and the way off stand below it",
  },
  "help-line-half": {
    who: "Enter for each help line who can help and how they are reached",
  },
  "help-lines-many": { who: `A call has ${maxHelpLines} help lines at most` },
  "section-has-pages": {
    sectionTitle:
      "A section with pages cannot be taken away. Choose another section on each of its pages first",
  },
  "sections-many": {
    sectionTitle: `A call has ${maxSections} sections at most`,
  },
  "sections-same": { sectionTitle: "Two sections have the same title" },
  "sections-missing": {
    sectionTitle: "A task list needs a section: enter its title",
  },
} as const;

/** What is said of a limit that this server does not hold. */
export function filesTooLarge(mostMegabytes: number) {
  return {
    maxFileMegabytes: `This server takes files of up to ${mostMegabytes} MB: enter ${mostMegabytes} or less`,
  };
}
