import type { Viewer } from "../responses/visible-responses.ts";
import type { ConditionTree, QueueSort } from "./queue-conditions.ts";
import type { QueueState } from "./queue-filter.ts";

/** A filter with everything looked up: ids for slugs, the person for `me`, what was typed as conditions. */
export type QueueConditions = {
  viewer: Viewer;
  callId: number | undefined;
  state: QueueState;
  /** null for responses assigned to nobody. */
  assigneeId: string | null | undefined;
  hasFiles: boolean;
  isFlagged: boolean;
  /** Of those that wait and say the same words, the first stands for all. */
  isOneLine: boolean;
  /** Words that must all be there: they are asked of the index of words. */
  fullTextQuery: string | undefined;
  /** What else was asked for. */
  others: ConditionTree | undefined;
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
    isOfCall: boolean;
    assignee: "anybody" | "nobody" | "one";
  };

export function shapeOf(conditions: QueueConditions): FilterShape {
  const { viewer, callId, state, assigneeId } = conditions;
  return {
    role: viewer.role,
    state,
    isOfCall: callId !== undefined,
    assignee:
      assigneeId === undefined
        ? "anybody"
        : assigneeId === null
          ? "nobody"
          : "one",
    hasFiles: conditions.hasFiles,
    isFlagged: conditions.isFlagged,
    isOneLine: conditions.isOneLine,
    mayHoldFrozen: conditions.isFlagged || asksForFlag(conditions.others),
  };
}

function asksForFlag(tree: ConditionTree | undefined): boolean {
  if (tree === undefined) return false;
  if ("on" in tree) return tree.on === "flagged";
  return tree.is !== "not" && tree.parts.some(asksForFlag);
}

export type FilterValues = { callId: number; assigneeId: string };

/** One that the shape does not ask for stands nowhere in the statement. */
export function valuesOf(conditions: QueueConditions): FilterValues {
  return {
    callId: conditions.callId ?? 0,
    assigneeId: conditions.assigneeId ?? "",
  };
}
