import type { AttachmentForReview } from "../attachments/attachments.ts";
import type { FileCopy } from "../attachments/copies.server.ts";
import type { SentEvidence } from "../responses/sent-evidence.server.ts";
import type { ResponseForReview } from "../responses/review.ts";
import { readWholeNumber } from "../text/whole-numbers.ts";
import type { Segment } from "./passages.ts";
import type { ResponseTag } from "./response-tags.ts";
import type { ArrangedTag, Tag } from "./tags.ts";

/** Names a text of a response in forms and addresses: `answer-12`, `file-7`. */
export type TextSource = `answer-${number}` | `file-${number}`;

/** What a source names; undefined where it names nothing. */
export function readTextSource(
  source: string,
): { answerId: number } | { attachmentId: number } | undefined {
  const [, kind, digits] = /^(answer|file)-(\d{1,15})$/.exec(source) ?? [];
  const id = readWholeNumber(digits);
  if (id === undefined) return undefined;
  return kind === "answer" ? { answerId: id } : { attachmentId: id };
}

/** A frozen text, cut where passages and hits begin and end. */
export type ReadableText = { source: TextSource; segments: Segment[] };

export type AnswerForReading = ReadableText & {
  questionId: string;
  label: string;
  /** Out of what the form offers, not in the person's own words. */
  isFixed: boolean;
  /** Told as how it may be quoted. */
  saysConsent: boolean;
};

export type FileForReading = AttachmentForReview & {
  questionLabel: string;
  /** What others may see of it; undefined where that is not made yet. */
  copy: FileCopy | undefined;
  /** Two people withhold it, and its reader is not among those who may see it all the same. */
  isWithheld: boolean;
  /** Undefined where no text could be taken out of the file, or not yet. */
  text: (ReadableText & TextExtent) | undefined;
};

type TextExtent = {
  /** The page has the beginning only; the file's own address has all of it. */
  isCut: boolean;
  /** The extraction ended before the file did. */
  isTruncated: boolean;
  /** False where the files before it have all the text that is searched in one response. */
  isSearched: boolean;
  /** How sure a machine was that read it off pictures, of 100; null where it is the file's own. */
  confidence: number | null;
};

/** Long enough for a letter or a short paper; a book would bury the page. */
export const maxShownFileCharacters = 20_000;

/** A tagged passage, numbered in the order in which the page has them. */
export type NumberedPassage = {
  number: number;
  publicId: string;
  source: TextSource;
  quote: string;
  memo: string;
  tagName: string;
  tagIsRetired: boolean;
  taggedBy: string;
  /** The project of another program that it came with, and who coded it there. */
  broughtFrom: string | null;
  coder: string | null;
  /** ISO-8601 UTC. */
  taggedAt: string;
  mayRemove: boolean;
};

/** What its sender took back of a response that is there. */
export type TakenBackForReading = {
  questionLabel: string;
  /** ISO-8601 UTC. */
  at: string;
  isFile: boolean;
  /** What it said, to whoever has said why they have to read it. */
  opened:
    | { words: string[]; files: { publicId: string; name: string }[] }
    | undefined;
};

/** Everything the response's page shows that is not triage's. */
export type ResponseForReading = {
  response: Omit<ResponseForReview, "answers" | "fileQuestionLabels">;
  answers: AnswerForReading[];
  /** Of the answers that are pieces of evidence, what they are made of. */
  evidence: SentEvidence[];
  files: FileForReading[];
  /** Whether there is a machine that reads pictures and scans. */
  hasMachine: boolean;
  passages: NumberedPassage[];
  /** What its sender changed stood so before, oldest first. */
  former: { questionLabel: string; version: number; text: string }[];
  takenBack: TakenBackForReading[];
  /** How many passages stood in what was taken back. */
  passagesTakenBack: number;
  /** As many hits are marked as may be; further on there may be more. */
  hasMoreHits: boolean;
  responseTags: ResponseTag[];
  /** The tags in use that its reader gave last, the last first. */
  lastUsedTagIds: number[];
  /** The tags that can be chosen now. */
  tags: ArrangedTag<Tag>[];
};
