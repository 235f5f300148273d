import type { PassageStanding, ProjectState } from "#app/db/project-values.ts";
import type { CodebookEntry, EntryProblem } from "../codebook-files.ts";

export type { PassageStanding, ProjectState };

/** Of the archive as it is uploaded. */
export const maxProjectBytes = 20_000_000;
/** Of the description of a project, unpacked: it is in memory as a whole. */
export const maxProjectXmlBytes = 25_000_000;
/** Each response is a file of its own. */
export const maxProjectMembers = 20_100;
export const maxProjectPassages = 50_000;
/** So much is kept of words that found no place, for the page that tells of them. */
export const maxKeptWords = 300;
/** So long what found no place is kept with its words. */
export const keepsWordsDays = 30;

/** Something that is coded: a stretch of a text, or the text as a whole. */
export type ProjectCoding = {
  /** Code points, the end exclusive; undefined for the whole. */
  span: { start: number; end: number } | undefined;
  /** What programs call the stretch. */
  guid: string;
  codeGuid: string;
  coder: string;
  memo: string;
};

export type ProjectSource = {
  guid: string;
  name: string;
  /** Undefined where the archive has no text of it. */
  text: string | undefined;
  codings: ProjectCoding[];
};

export type Project = {
  codes: CodebookEntry[];
  sources: ProjectSource[];
  /** Pictures, recordings and PDFs, which Heard never gave out. */
  otherSourceCount: number;
  uncoded: UncodedCounts;
};

/** What people wrote or marked in the texts without a code: it has no place here. */
export type UncodedCounts = {
  /** Stretches, such as an annotation or a memo on some words. */
  stretches: number;
  /** Memos on a text as a whole. */
  memos: number;
};

export type ProjectFault =
  | {
      reason:
        | "too-big"
        | "unsafe-archive"
        | "encrypted"
        | "not-archive"
        | "malware"
        | "no-project"
        | "two-projects"
        | "not-utf8"
        | "doctype"
        | "empty"
        /** The thread that reads had no time or no room for it. */
        | "not-read";
    }
  | { reason: "too-many"; count: number }
  | { reason: "too-many-codes"; count: number }
  | { reason: "not-project"; line: number; detail: string };

export type ProjectRead =
  { ok: true; project: Project } | ({ ok: false } & ProjectFault);

/** A code of the file, and the tag it is here. */
export type PlannedCode = { entry: CodebookEntry } & (
  | { what: "by-guid" | "by-name"; tagId: number; isRetired: boolean }
  | { what: "new" }
  | { what: "refused"; problem: EntryProblem; otherLine?: number | undefined }
);

/** Why something that is coded finds no place. */
export type UnplacedReason =
  | "source-unknown"
  | "withdrawn"
  | "frozen"
  | "code-unknown"
  | "code-refused"
  | "tag-retired"
  | "text-missing"
  | "past-end"
  | "no-words"
  | "redacted"
  | "words-not-found"
  | "words-twice"
  | "outside-answers"
  /** Since it was looked at, its sender put other words in the place of these. */
  | "changed"
  /** To be taken back: somebody did so, or gave it another tag. */
  | "changed-since";

/** What a project comes to, kept beside what is coded in it. */
export type ProjectPlan = {
  codes: PlannedCode[];
  /** The same since it began to land, when every tag is there. */
  landing?: PlannedCode[] | undefined;
  sourceCount: number;
  unknownSources: { count: number; names: string[] };
  otherSourceCount: number;
  /** Undefined in a plan of before these were counted. */
  uncoded?: UncodedCounts;
  movedCount: number;
};

/** What landing it, or taking it back, came to. */
export type ProjectOutcome = {
  done: number;
  left: number;
  tags: number;
  problem?: "shape" | undefined;
};

/** A project that was uploaded, as its page shows it. */
export type ProjectFile = {
  projectFileId: number;
  name: string;
  state: ProjectState;
  plan: ProjectPlan;
  outcome: ProjectOutcome | undefined;
  uploadedBy: string;
  uploadedAt: string;
  askedBy: string | null;
  changeId: number | null;
  rowVersion: number;
};
