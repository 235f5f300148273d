import type { Group } from "../accounts/groups.ts";
import type { ResponseState } from "../responses/responses.ts";
import { awaitingStates } from "../responses/triage-states.ts";
import type { ResponseChannel } from "../responses/responses.ts";
import type { TextPart } from "./search-hits.ts";
import type { QueueSort } from "./queue-conditions.ts";
import type { QueueProblem } from "./queue-problem.ts";
import { type TriageState, triageStates } from "./triage.ts";

export const queuePageRows = 50;

export type QueueRow = {
  reference: string;
  callTitle: string;
  /** ISO-8601 UTC. */
  receivedAt: string;
  channel: ResponseChannel;
  state: TriageState;
  assigneeName: string | null;
  assigneeGone: "left" | "ended" | undefined;
  isAssignedToMe: boolean;
  /** Who is reading it at this moment; null where nobody is. */
  claimedByName: string | null;
  isClaimedByMe: boolean;
  wordCount: number;
  attachmentCount: number;
  isFlagged: boolean;
  /** The day by whose end it should be read; undefined where nobody said, and once it is. */
  dueOn: string | undefined;
  /** Every text of it is a stock phrase. */
  saysNothing: boolean;
  /** How many others wait that say the same words, where one line stands for all; else 0. */
  sameCount: number;
  /** In the words of what they chose; null where that is not known. */
  speaker: string | null;
  mayBeQuoted: boolean;
  tagNames: string[];
  excerpt: Excerpt;
};

/** The words around the hits of a search, in the answers, in a file or in what the team wrote; where there are none to show, how it begins. */
export type Excerpt = {
  from: "answers" | "file" | "note" | "beginning";
  parts: TextPart[];
};

export type WithGroup = Pick<Group, "groupId" | "name"> & { count: number };

export type StateCount = { state: TriageState; count: number };

export type QueueCounts = {
  stateCounts: StateCount[];
  toDoCount: number;
  allCount: number;
};

/** With the sums of the states that wait and of all, which are without what was withdrawn where it was not asked for. */
export function toQueueCounts(
  counted: ReadonlyMap<ResponseState, number>,
  { mayHoldWithdrawn = false }: { mayHoldWithdrawn?: boolean } = {},
): QueueCounts {
  const countOf = (state: TriageState) => counted.get(state) ?? 0;
  const sum = (states: readonly TriageState[]) =>
    states.reduce((total, state) => total + countOf(state), 0);
  return {
    stateCounts: triageStates.map((state) => ({
      state,
      count: countOf(state),
    })),
    toDoCount: sum(awaitingStates),
    allCount: sum(
      triageStates.filter((one) => mayHoldWithdrawn || one !== "withdrawn"),
    ),
  };
}

export type QueuePage = {
  rows: QueueRow[];
  /** In each state, of all that was asked for but the state; undefined where that is too many to be counted. */
  counts: QueueCounts | undefined;
  /** Of the chosen call or of all, waiting and flagged. */
  flaggedCount: number;
  /** Of the chosen call or of all, waiting and assigned to whoever reads the list; no further than five thousand. */
  withReaderCount: number;
  /** Each group that they are in, with how many wait for it, counted as far. */
  withGroups: WithGroup[];
  /** Of the chosen call or of all, waiting and past their day; no further than a thousand. */
  overdueCount: number;
  /** Nothing has come in at all, of the chosen call or of any. */
  isNothingThere: boolean;
  /** Responses under the filter, on all pages together. */
  total: number;
  /** There are more than `total`: they were not counted to their end. */
  isMore: boolean;
  /** There are more pages than `pageCount`. */
  areMorePages: boolean;
  page: number;
  pageCount: number;
  sort: QueueSort;
  /** The order where none is asked for. */
  usualSort: QueueSort;
  /** False where something was typed that holds nothing to search for. */
  isSearchable: boolean;
  problems: QueueProblem[];
};

export type QueueChoices = {
  calls: { id: number; slug: string; title: string; kinds: string[] }[];
  staff: { staffId: string; name: string }[];
  groups: Pick<Group, "groupId" | "name" | "members">[];
  tags: { tagId: number; name: string; isRetired: boolean }[];
  /** Who may speak, by the ids of the choices. */
  kinds: string[];
};
