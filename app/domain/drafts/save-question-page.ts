import type {
  AttachmentLimits,
  AttachmentRefusal,
  StagedFile,
} from "../attachments/attachments.ts";
import type { Answers, CallPage } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import type { AnsweredCall } from "./answering.ts";
import type { Draft } from "./drafts.ts";

/** What a person, or their browser for them, asks of a page of the form. */
export type PageIntent =
  | { kind: "continue" }
  /** On to where a part of the answer is written: there is a draft then, and nothing is judged. */
  | { kind: "begin" }
  /** Back to the page before: what is typed is saved and not judged. */
  | { kind: "back" }
  /** Here again, in another language: saved and not judged. */
  | { kind: "speak"; language: Language }
  /** Away from the form, to come back: saved and not judged, like that. */
  | { kind: "later" }
  /** Typed and not yet sent: the browser saves without being asked. */
  | { kind: "typed" }
  /** What was saved in another tab is right, and what was typed here is not. */
  | { kind: "keep-saved" }
  | { kind: "upload" }
  | { kind: "remove"; publicId: string };

/** What a page was rendered from. */
export type PageBase = {
  /** The draft's public id, where there was one. */
  draftId: string | undefined;
  /** The page's version in it. */
  version: number;
  /** Which rendering of the page this is; undefined where it does not say. */
  rendering: string | undefined;
};

export type QuestionPageSave = {
  call: AnsweredCall & { id: number; definitionId: number };
  page: CallPage;
  /** Of a page about one item of a group: the page with the list of them. */
  list?: CallPage | undefined;
  /** Where it is not, what came is kept and nothing is asked of it. */
  isAsked: boolean;
  /** Whether it is kept that somebody went on from an empty page: a task list tells of it. */
  keepsVisits: boolean;
  /** The cookie's value, and the unsent draft that hangs on it and is meant. */
  holderKey: string;
  draft: Draft | undefined;
  /** The language the page is shown in: the draft keeps it. English where it is not said. */
  language?: Language | undefined;
  /** What begins a draft where there is none; undefined where the page does not say. */
  begunWith: string | undefined;
  base: PageBase;
  /** As it was typed, by the page's questions; undefined where a field was left empty. */
  typed: Answers;
  intent: PageIntent;
  /** What is said of the draft's files, by their public ids. */
  aboutFiles: ReadonlyMap<string, string>;
  stagedFiles: StagedFile[];
  refusedParts: {
    questionId?: string | undefined;
    originalName?: string | undefined;
    reason: string;
  }[];
  limits: AttachmentLimits;
  messages: QuestionMessages;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/** What a page needs for its draft to be found or begun. */
export type PageBeginning = Pick<
  QuestionPageSave,
  | "call"
  | "page"
  | "holderKey"
  | "draft"
  | "language"
  | "begunWith"
  | "base"
  | "now"
  | "randomBytes"
>;

/** What became of the files of each question that files were chosen for. */
export type PageFileRefusals = Record<
  string,
  { refusals: AttachmentRefusal[]; chosenCount: number }
>;

/** Why nothing of a page is kept; it is given back as it was typed. */
export type PageRefusal =
  | "already-sent"
  | "draft-gone"
  /** This browser holds as many unsent drafts as it may. */
  | "too-many-drafts"
  /** The call takes no answers, and there is no draft from when it did. */
  | "not-taken";

/** Messages by question id. */
export type PageProblems = Record<string, string>;

export type PageOutcome =
  | {
      ok: true;
      /** Undefined where there was nothing to begin one with. */
      draft: Draft | undefined;
      version: number;
      fileRefusals: PageFileRefusals;
      problems: PageProblems;
    }
  | {
      ok: false;
      reason: "saved-elsewhere";
      draft: Draft;
      /** Of the page as it is saved: who has seen `saved` may save over it. */
      version: number;
      saved: Answers;
      fileRefusals: PageFileRefusals;
    }
  | { ok: false; reason: PageRefusal };

export type PageConflict = Extract<PageOutcome, { reason: "saved-elsewhere" }>;
