import { selectAssigneeNames } from "#app/domain/accounts/groups.server.ts";
import { selectQueueChoices } from "#app/domain/triage/queue.server.ts";
import type { RequestContext } from "./context.server.ts";

/** Names for what an action on many responses holds: of people who left and tags out of use, too. */
export async function bulkNames(db: RequestContext["db"]) {
  const { tags } = await selectQueueChoices(db);
  return {
    tags: new Map(tags.map(({ tagId, name }) => [tagId, name])),
    staff: await selectAssigneeNames(db),
  };
}
