import {
  type CodebookFault,
  type EntryProblem,
  maxCodebookBytes,
  maxCodebookCharacters,
  maxCodebookTags,
  type PlannedEntry,
} from "#app/domain/tagging/codebook-files.ts";
import { maxTagLevels } from "#app/domain/tagging/tag-places.ts";
import {
  maxTagDefinitionCharacters,
  maxTagNameCharacters,
  maxTagNoteCharacters,
} from "#app/domain/tagging/tags.ts";
import { inNumbers, plural } from "./counted.ts";

export const codebookTooBig = `The file must be smaller than ${maxCodebookBytes / 1_000_000} MB`;
export const codebookNotUtf8 =
  "The file is not written in UTF-8. Save it anew as “CSV UTF-8”, or as .qdc";

/** Why a file is no codebook that can be taken in. */
export function describeCodebookFault(fault: CodebookFault): string {
  switch (fault.reason) {
    case "empty":
      return "There is no tag in this file. Nothing was taken in";
    case "too-long":
      return `The file must be ${inNumbers(maxCodebookCharacters)} characters or less`;
    case "too-many":
      return `The file has ${inNumbers(fault.count)} tags. At most ${inNumbers(maxCodebookTags)} can be taken in`;
    case "doctype":
      return "The file has a DOCTYPE or an entity of its own, which a codebook has not. It was not read";
    case "no-name-column":
      return "The first line must name the columns, and one of them must be “name”";
    case "unreadable":
      return "This is neither a CSV table nor a REFI-QDA codebook: a quote is opened and not closed, perhaps";
    case "shape":
      return "Together with the tags that are there, some would be parts of themselves, or on too many levels. Nothing was taken in";
    case "not-codebook":
      return `This is not a valid REFI-QDA codebook. Line ${inNumbers(fault.line)}: ${fault.detail}`;
  }
}

/** Why a tag of a file is not taken in. */
export const entryProblems: Record<EntryProblem, string> = {
  "name-missing": "it has no name that can be seen",
  "name-too-long": `its name is longer than ${maxTagNameCharacters} characters`,
  "definition-too-long": `its definition is longer than ${inNumbers(maxTagDefinitionCharacters)} characters`,
  "note-too-long": `one of its notes is longer than ${inNumbers(maxTagNoteCharacters)} characters`,
  tint: "its colour is not written as #rrggbb",
  twin: "another tag of the file has this name; case, width and letters that nobody sees make no difference",
  cycle: "it would be a part of itself",
  "too-deep": `it would be on more than ${maxTagLevels} levels`,
  "parent-unknown": "what it is a part of is neither in the file nor in use",
  "parent-refused": "what it is a part of is not taken in",
  "name-taken": "another tag in use has this name",
};

const mostTold = 100;

/** What taking in a file would come to. */
export function describePlan(planned: PlannedEntry[]) {
  const of = (what: PlannedEntry["what"]) =>
    planned.filter((plan) => plan.what === what);
  const refused = planned.flatMap((plan) =>
    plan.what === "refused" ? [plan] : [],
  );
  const [fresh, changed] = [of("new"), of("changed")];
  const named = (plans: PlannedEntry[]) =>
    plans.length > 0 && plans.length <= mostTold
      ? `: ${plans.map(({ entry }) => `“${entry.name}”`).join(", ")}`
      : "";
  return {
    lines: [
      `${plural(fresh.length, "tag is", "tags are")} new${named(fresh)}`,
      `${plural(changed.length, "tag is", "tags are")} changed${named(changed)}`,
      `${plural(of("same").length, "tag is", "tags are")} the same as here`,
      `${plural(refused.length, "tag is", "tags are")} refused, and not taken in`,
      ...refused.slice(0, mostTold).map((plan) => {
        const other = plan.otherLine ? ` (line ${plan.otherLine})` : "";
        return `Line ${plan.entry.line}, “${plan.entry.name.slice(0, 80)}”: ${entryProblems[plan.problem]}${other}`;
      }),
    ],
    canBeTaken: fresh.length + changed.length > 0,
  };
}
