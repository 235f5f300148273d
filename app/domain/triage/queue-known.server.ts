import type { Db } from "#app/db/schema.ts";
import { selectStaffNames } from "../accounts/accounts.server.ts";
import { selectAllDefinitions } from "../calls/definitions.server.ts";
import type { QueueChoices } from "./queue.ts";
import type { QueueFilter } from "./queue-filter.ts";
import type { QueueKnown } from "./queue-known.ts";
import { selectTagTree } from "./tag-names.queries.server.ts";

type Asking = {
  filter: Pick<QueueFilter, "q" | "tagId">;
  calls: QueueChoices["calls"];
  staffId: string;
  now: Date;
};

/** What the names in a search can mean: looked up only where there may be one. People who left are among them. */
export async function readKnown(
  db: Db,
  { filter, calls, staffId, now }: Asking,
): Promise<QueueKnown> {
  const asker = { me: staffId, now };
  const hasKeys = filter.q.includes(":");
  if (!hasKeys && filter.tagId === undefined)
    return { ...asker, staff: [], tags: [], calls: [] };
  const tags = await selectTagTree(db);
  if (!hasKeys) return { ...asker, staff: [], tags, calls: [] };
  const names = await selectStaffNames(db);
  const definitions = await selectAllDefinitions(db);
  return {
    ...asker,
    staff: [...names].map(([id, name]) => ({ staffId: id, name })),
    tags,
    calls: calls.map(({ id, slug, title }) => ({
      id,
      slug,
      title,
      definitions: definitions.get(id) ?? [],
    })),
  };
}
