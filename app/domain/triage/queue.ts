export { maxSearchWords } from "#app/db/search-words.ts";
import type { ResponseChannel } from "../responses/responses.ts";
import type { TextPart } from "./search-hits.ts";
import type { TriageState } from "./triage.ts";

export const queuePageRows = 50;

export type QueueRow = {
  reference: string;
  callTitle: string;
  /** ISO-8601 UTC. */
  receivedAt: string;
  channel: ResponseChannel;
  state: TriageState;
  assigneeName: string | null;
  isAssignedToMe: boolean;
  /** Who is reading it at this moment; null where nobody is. */
  claimedByName: string | null;
  isClaimedByMe: boolean;
  wordCount: number;
  attachmentCount: number;
  isFlagged: boolean;
  tagNames: string[];
  excerpt: Excerpt;
};

/** The words around the hits of a search, in the answers, in a file or in what the team wrote; where there are none to show, how it begins. */
export type Excerpt = {
  from: "answers" | "file" | "note" | "beginning";
  parts: TextPart[];
};

export type StateCount = { state: TriageState; count: number };

/** Of the chosen call or of all, whatever else is filtered. */
export type QueueCounts = {
  stateCounts: StateCount[];
  toDoCount: number;
  allCount: number;
};

export type QueuePage = QueueCounts & {
  rows: QueueRow[];
  /** Responses under the filter, on all pages together. */
  total: number;
  /** There are more than `total`: they were not counted to their end. */
  isMore: boolean;
  page: number;
  pageCount: number;
  /** False where something was typed that holds no word to search for. */
  isSearchable: boolean;
  /** More words were typed than are searched for. */
  isSearchShortened: boolean;
};

export type QueueChoices = {
  calls: { id: number; slug: string; title: string }[];
  staff: { staffId: string; name: string }[];
  tags: { tagId: number; name: string }[];
};
