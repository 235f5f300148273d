import type { Answers } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";

/**
 * Long enough to ask colleagues and come back, short enough that a story
 * somebody thought better of does not lie with us. Counted from the last save.
 */
export const draftLifetimeDays = 30;

/** How long the browser that sent a response can see its receipt code and copy again. */
export const sentResponseVisibleHours = 24;

/** @returns ISO-8601 UTC. */
export function sentResponseVisibleUntil(receivedAt: string): string {
  const visibleMilliseconds = sentResponseVisibleHours * 3_600_000;
  return new Date(Date.parse(receivedAt) + visibleMilliseconds).toISOString();
}

/**
 * A browser holds no more unsent drafts than this, of all calls together. More
 * than anybody writes at once, and few enough to be read as a list.
 */
export const mostDraftsOfHolder = 20;

/** A draft may be begun or gone on with by a late code, which another draft may have sent with since. */
export type LateCodeStanding = "none" | "unused" | "used";

/** An answer under way, on the server from the first Continue. */
export type Draft = {
  id: number;
  publicId: string;
  callId: number;
  definitionId: number;
  /** The version that it was begun on, where it had to be asked again on another. */
  begunDefinitionId?: number;
  language: Language;
  /** Raw, as typed: an answer that does not fit is kept too. */
  answers: Answers;
  /** How often the answers to each page have changed; a page that was never saved is not in here. */
  pageVersions: Record<string, number>;
  lateCode: LateCodeStanding;
  /** Counts every change of the answers. */
  rowVersion: number;
  /** ISO-8601 UTC. */
  updatedAt: string;
  expiresAt: string;
};

/** What a draft is told by among a browser's others, without its answers. */
export type DraftHead = Omit<Draft, "answers" | "pageVersions"> & {
  /** ISO-8601 UTC. */
  startedAt: string;
};

/**
 * Which of a browser's drafts of a call is meant: one that is there, or the one
 * that begins with these random characters, there or not. An id alone opens
 * nothing: the browser's key has to hold it.
 */
export type DraftName = { publicId: string } | { begunWith: string };

/** What stands between a draft and sending it, with the page to go back to. */
export type DraftProblem = {
  pageId: string;
  questionId: string;
  message: string;
};
