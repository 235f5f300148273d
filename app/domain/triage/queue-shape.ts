import { groupIdOf } from "../accounts/groups.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type {
  ConditionTree,
  QueueCondition,
  QueueSort,
} from "./queue-conditions.ts";
import type { QueueState } from "./queue-filter.ts";
import type { WordTree } from "#app/db/word-trees.ts";

/** A filter with everything looked up: ids for slugs, the person for `me`, what was typed as conditions. */
export type QueueConditions = {
  viewer: Viewer;
  callId: number | undefined;
  /** `any` is `all` with what was withdrawn, to be counted. */
  state: QueueState | "any";
  /** A person or a group; null for responses assigned to nobody. */
  assigneeId: string | null | undefined;
  hasFiles: boolean;
  isFlagged: boolean;
  /** Of those that wait and say the same words, the first stands for all. */
  isOneLine: boolean;
  /** Of a list with lines: the keys of words that many say, as far as they are known. */
  crowds?: string[];
  /** Words that must be there and must not: they are asked of the index of words. */
  words: WordTree | undefined;
  /** What else was asked for. */
  others: ConditionTree | undefined;
  /** A part of it that leaves so few that the list begins with those. */
  leading?: ConditionTree | undefined;
  /** So many have the words that a list in another order asks each response instead. */
  areWordsCommon?: boolean;
  sort: QueueSort;
};

/** What the words of a statement under a filter hang on. */
export type FilterShape = Pick<
  QueueConditions,
  "state" | "hasFiles" | "isFlagged" | "isOneLine"
> &
  Pick<Viewer, "role"> & {
    /** What was typed asks for the flag, so that what is frozen may stand in the list. */
    mayHoldFrozen: boolean;
    /** In a list of all states: that is without what was withdrawn, unless it or the flag is asked for. */
    mayHoldWithdrawn: boolean;
    /** It begins with few by their ids. */
    isLedByIds: boolean;
    crowdCount: number;
    isOfCall: boolean;
    assignee: "anybody" | "nobody" | "one" | "group";
  };

export function shapeOf(conditions: QueueConditions): FilterShape {
  const { viewer, callId, state, assigneeId, others } = conditions;
  const mayHoldFrozen = conditions.isFlagged || asksFor(others, isOfFlag);
  return {
    role: viewer.role,
    state,
    isOfCall: callId !== undefined,
    assignee:
      assigneeId === undefined
        ? "anybody"
        : assigneeId === null
          ? "nobody"
          : groupIdOf(assigneeId) === undefined
            ? "one"
            : "group",
    hasFiles: conditions.hasFiles,
    isFlagged: conditions.isFlagged,
    isOneLine: conditions.isOneLine,
    mayHoldFrozen,
    mayHoldWithdrawn: mayHoldFrozen || asksFor(others, isOfWithdrawn),
    isLedByIds: conditions.leading !== undefined,
    crowdCount: conditions.crowds?.length ?? 0,
  };
}

type IsAskedFor = (one: QueueCondition) => boolean;
const isOfFlag: IsAskedFor = ({ on }) => on === "flagged";
const isOfWithdrawn: IsAskedFor = (one) =>
  one.on === "state" && one.state === "withdrawn";

function asksFor(tree: ConditionTree | undefined, is: IsAskedFor): boolean {
  if (tree === undefined) return false;
  if ("on" in tree) return is(tree);
  return tree.is !== "not" && tree.parts.some((part) => asksFor(part, is));
}

export type FilterValues = {
  callId: number;
  assigneeId: string;
  groupId: number;
  crowds: readonly string[];
};

/** One that the shape does not ask for stands nowhere in the statement. */
export function valuesOf(conditions: QueueConditions): FilterValues {
  return {
    callId: conditions.callId ?? 0,
    assigneeId: conditions.assigneeId ?? "",
    groupId: groupIdOf(conditions.assigneeId ?? null) ?? 0,
    crowds: conditions.crowds ?? [],
  };
}
