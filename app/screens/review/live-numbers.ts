import { assigneeOfGroup } from "#app/domain/accounts/groups.ts";
import { queueNumbersAddress } from "#app/queue-addresses.ts";
import {
  type QueueFilter,
  type QueueState,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import type { QueueCounts, QueuePage } from "#app/domain/triage/queue.ts";
import { queueHref } from "./queue-links.ts";

const count = new Intl.NumberFormat("en-GB");

/** How a number is called between the page and what asks for it anew. */
export type NumberName = QueueState | "with-you" | `group:${number}`;

/** The numbers beside the states, and how many came in at all. */
export function describeNumbers(
  counts: QueueCounts,
  {
    withReaderCount,
    withGroups,
  }: Pick<QueuePage, "withReaderCount" | "withGroups">,
): { arrived: number; numbers: Partial<Record<NumberName, string>> } {
  const { stateCounts, toDoCount, allCount } = counts;
  return {
    arrived: arrivedOf(counts),
    numbers: {
      "with-you": count.format(withReaderCount),
      ...Object.fromEntries(
        withGroups.map((group) => [
          assigneeOfGroup(group.groupId),
          count.format(group.count),
        ]),
      ),
      "to-do": count.format(toDoCount),
      ...Object.fromEntries(
        stateCounts.map((one) => [one.state, count.format(one.count)]),
      ),
      all: count.format(allCount),
    },
  };
}

function arrivedOf({ stateCounts }: QueueCounts): number {
  return stateCounts.reduce((sum, one) => sum + one.count, 0);
}

/** Where the numbers of a list are asked for anew, and what is said of what came in; undefined for a list that is narrowed, whose numbers are its own. */
export function liveNumbersOf({ counts }: QueuePage, filter: QueueFilter) {
  const { callSlug, state, sort, areSameApart } = filter;
  const wide = { ...wholeQueue, callSlug, state, sort, areSameApart };
  if (!counts || queueHref(wide) !== queueHref(filter)) return undefined;
  return {
    address: queueNumbersAddress(callSlug),
    arrived: arrivedOf(counts),
    one: "1 new since you opened this list.",
    many: "{count} new since you opened this list.",
    show: "Show them",
    showHref: queueHref(filter),
  };
}
