import { queueAddress } from "#app/addresses.ts";
import { type QueueFilter, stateFor } from "#app/domain/triage/queue-filter.ts";

/** The address of a filter: the same filter always has the same address. A change starts from the first page. */
export function queueHref(
  filter: QueueFilter,
  change: Partial<QueueFilter> = {},
): string {
  return queueAddress(queueParameters(filter, change));
}

/** What stands behind the address, for a page that is about the same list. */
export function queueParameters(
  filter: QueueFilter,
  change: Partial<QueueFilter> = {},
): URLSearchParams {
  const next = { ...filter, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (next.callSlug) parameters.set("call", next.callSlug);
  if (next.state !== stateFor(next.q)) parameters.set("state", next.state);
  if (next.assignee) parameters.set("assignee", next.assignee);
  if (next.tagId !== undefined) parameters.set("tag", String(next.tagId));
  if (next.hasFiles) parameters.set("files", "yes");
  if (next.isFlagged) parameters.set("flagged", "yes");
  if (next.areSameApart) parameters.set("same", "apart");
  if (next.q !== "") parameters.set("q", next.q);
  if (next.sort) parameters.set("sort", next.sort);
  if (next.page > 1) parameters.set("page", String(next.page));
  return parameters;
}
