/** So many tags a file may hold; more is no codebook that people use. */
export const maxCodebookTags = 5_000;
/** And so many characters, which is what a field of a form holds. */
export const maxCodebookCharacters = 1_000_000;
/** Of a file of a codebook; of one that is larger nothing is read. */
export const maxCodebookBytes = 4_000_000;

/** A tag as a file tells it. */
export type CodebookEntry = {
  /** Where it stands in the file, from 1. */
  line: number;
  /** What programs call it; undefined where the file has none. */
  guid: string | undefined;
  name: string;
  definition: string;
  includeNote: string;
  excludeNote: string;
  tint: string | null;
  /** The name of what it is part of; undefined for nothing. */
  parentName: string | undefined;
  isRetired: boolean;
};

export type CodebookFault =
  | {
      reason:
        | "empty"
        | "too-long"
        | "doctype"
        | "no-name-column"
        | "unreadable"
        | "shape";
    }
  | { reason: "too-many"; count: number }
  | { reason: "not-codebook"; line: number; detail: string };

export type CodebookRead =
  { ok: true; entries: CodebookEntry[] } | ({ ok: false } & CodebookFault);

/** What stands against one tag of a file. */
export type EntryProblem =
  | "name-missing"
  | "name-too-long"
  | "definition-too-long"
  | "note-too-long"
  | "tint"
  | "twin"
  | "cycle"
  | "too-deep"
  | "parent-unknown"
  | "parent-refused"
  | "name-taken";

export type PlannedEntry = { entry: CodebookEntry } & (
  | { what: "new" }
  | { what: "same"; tagId: number }
  | { what: "changed"; tagId: number }
  | { what: "refused"; problem: EntryProblem; otherLine?: number | undefined }
);

const includeMark = "Include: ";
const excludeMark = "Leave out: ";

/** A definition with its notes as one text, for formats that have no place for them. */
export function joinNotes(
  tag: Pick<CodebookEntry, "definition" | "includeNote" | "excludeNote">,
): string {
  return [
    tag.definition,
    tag.includeNote && includeMark + tag.includeNote,
    tag.excludeNote && excludeMark + tag.excludeNote,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The same text taken apart. */
export function splitNotes(
  text: string,
): Pick<CodebookEntry, "definition" | "includeNote" | "excludeNote"> {
  const [rest, excludeNote] = splitAt(text, excludeMark);
  const [definition, includeNote] = splitAt(rest, includeMark);
  return { definition, includeNote, excludeNote };
}

function splitAt(text: string, mark: string): [string, string] {
  if (text.startsWith(mark)) return ["", text.slice(mark.length)];
  const at = text.lastIndexOf(`\n\n${mark}`);
  if (at < 0) return [text, ""];
  return [text.slice(0, at), text.slice(at + 2 + mark.length)];
}
