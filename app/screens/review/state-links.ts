import { assigneeOfGroup } from "#app/domain/accounts/groups.ts";
import {
  type QueueFilter,
  type QueueState,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { withoutKey } from "#app/domain/triage/queue-query-parts.ts";
import type { QueuePage } from "#app/domain/triage/queue.ts";
import { triageStates } from "#app/domain/triage/triage.ts";
import type { NumberName } from "./live-numbers.ts";
import { queueHref } from "./queue-links.ts";
import { describeState } from "./states.ts";

const count = new Intl.NumberFormat("en-GB");

/** Before everything else, where there is one. */
function flaggedLink({ flaggedCount }: QueuePage, filter: QueueFilter) {
  if (flaggedCount === 0) return [];
  const { callSlug } = filter;
  const flagged: QueueFilter = {
    ...wholeQueue,
    callSlug,
    isFlagged: true,
    // Frozen, whatever was decided about it before.
    state: "all",
  };
  return [
    {
      label: "Safeguarding",
      count: count.format(flaggedCount),
      href: queueHref(flagged),
      isCurrent: filter.isFlagged,
      isUrgent: true,
    },
  ];
}

/** What waits for the reader themselves, where there is such. */
function withReaderLink({ withReaderCount }: QueuePage, filter: QueueFilter) {
  if (withReaderCount === 0) return [];
  const { callSlug } = filter;
  return [
    {
      name: "with-you" satisfies NumberName,
      label: "With you",
      count: count.format(withReaderCount),
      href: queueHref({ ...wholeQueue, callSlug, assignee: "me" }),
      isCurrent: isWith(filter, "me"),
    },
  ];
}

/** A link for each group that the reader is in, while something waits for it. */
function groupLinks({ withGroups }: QueuePage, filter: QueueFilter) {
  const { callSlug } = filter;
  return withGroups
    .filter((group) => group.count > 0)
    .map((group) => {
      const assignee = assigneeOfGroup(group.groupId);
      return {
        name: assignee as NumberName,
        label: `With ${group.name}`,
        count: count.format(group.count),
        href: queueHref({ ...wholeQueue, callSlug, assignee }),
        isCurrent: isWith(filter, assignee),
      };
    });
}

function isWith(filter: QueueFilter, whom: string): boolean {
  const { state, assignee, q } = filter;
  return state === "to-do" && q === "" && assignee === whom;
}

/** The lists beside each other: what is urgent, what waits for the reader and their groups, and where everything stands. */
export function stateLinksOf(page: QueuePage, filter: QueueFilter) {
  const { counts } = page;
  const q = withoutKey(filter.q, "state");
  const ofGroups = groupLinks(page, filter);
  const isOfWhom =
    isWith(filter, "me") || ofGroups.some(({ isCurrent }) => isCurrent);
  const link = (state: QueueState, label: string, number?: number) => ({
    name: state satisfies NumberName,
    label,
    count: number === undefined ? undefined : count.format(number),
    href: queueHref(filter, { state, q }),
    isCurrent: filter.state === state && !filter.isFlagged && !isOfWhom,
  });
  const countOf = (state: QueueState) =>
    counts &&
    (counts.stateCounts.find((one) => one.state === state)?.count ?? 0);
  return [
    ...flaggedLink(page, filter),
    ...withReaderLink(page, filter),
    ...ofGroups,
    link("to-do", "To do", counts?.toDoCount),
    ...triageStates.map((state) =>
      link(state, describeState(state).label, countOf(state)),
    ),
    link("all", "All", counts?.allCount),
  ];
}
