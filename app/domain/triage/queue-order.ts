import type { QueueSort } from "./queue-conditions.ts";
import type { QueueState } from "./queue-filter.ts";

type OrderColumn =
  | "safeguarding_flag"
  | "awaits_triage"
  | "due_on"
  | "received_at"
  | "word_count"
  | "id";

/** What a list is sorted by, the first first; the last is always the id, so that no two have the same place. */
export type QueueOrder = readonly {
  column: OrderColumn;
  direction: "asc" | "desc";
}[];

const up = (column: OrderColumn) => ({ column, direction: "asc" as const });
const down = (column: OrderColumn) => ({ column, direction: "desc" as const });

const oldestFirst = [up("received_at"), up("id")];

const orders: Record<QueueSort, QueueOrder> = {
  oldest: oldestFirst,
  newest: [down("received_at"), down("id")],
  longest: [down("word_count"), down("id")],
  shortest: [up("word_count"), up("id")],
  waiting: [down("awaits_triage"), up("received_at"), up("id")],
  recorded: [up("id")],
  due: [up("due_on"), ...oldestFirst],
};

/** Whatever is flagged stands first where there is something to do: the oldest list of it is in nobody's way. */
const flaggedFirst: QueueOrder = [down("safeguarding_flag"), ...orders.oldest];

/** The oldest first; what words were searched for as it was recorded, which is how the index has it. */
export function defaultSort(isOfWords: boolean): QueueSort {
  return isOfWords ? "recorded" : "oldest";
}

export function orderOf(
  sort: QueueSort,
  state: QueueState | "any",
): QueueOrder {
  // What is decided is due no more.
  if (sort === "due" && state !== "to-do")
    return [down("awaits_triage"), ...orders.due];
  const isFlaggedFirst =
    state === "to-do" && (sort === "oldest" || sort === "waiting");
  return isFlaggedFirst ? flaggedFirst : orders[sort];
}
