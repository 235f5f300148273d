import type { Db } from "#app/db/schema.ts";
import { selectStaffNames } from "../accounts/accounts.server.ts";
import { selectAllDefinitions } from "../calls/definitions.server.ts";
import { groupsOf, selectGroups } from "../accounts/groups.server.ts";
import type { QueueChoices } from "./queue.ts";
import type { QueueFilter } from "./queue-filter.ts";
import type { QueueKnown } from "./queue-known.ts";
import { selectTagsBefore, selectTagTree } from "./tag-names.queries.server.ts";
import { selectViews } from "./views.server.ts";

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
  const hasKeys = /[:\uFF1A]/.test(filter.q);
  if (!hasKeys && filter.tagId === undefined)
    return { ...asker, ...nobody, tags: [], calls: [], views: [] };
  const asksTag = filter.tagId !== undefined || hasTag.test(filter.q);
  const tags = await (asksTag ? selectKnownTags(db) : selectTagTree(db));
  if (!hasKeys) return { ...asker, ...nobody, tags, calls: [], views: [] };
  const names = await selectStaffNames(db);
  const definitions = await selectAllDefinitions(db);
  return {
    ...asker,
    staff: [...names].map(([id, name]) => ({ staffId: id, name })),
    groups: hasGroup.test(filter.q) ? await selectKnownGroups(db, staffId) : [],
    tags,
    calls: calls.map(({ id, slug, title }) => ({
      id,
      slug,
      title,
      definitions: definitions.get(id) ?? [],
    })),
    views: hasView.test(filter.q) ? await selectViews(db, { staffId }) : [],
  };
}

const nobody = { staff: [], groups: [] };

async function selectKnownGroups(
  db: Db,
  staffId: string,
): Promise<QueueKnown["groups"]> {
  const groups = await selectGroups(db);
  const own = groupsOf(groups, staffId);
  return groups.map((group) => ({
    groupId: group.groupId,
    name: group.name,
    isMine: own.includes(group),
  }));
}

/** Any word that may be read as the key of whom something is with, or as that of a view that has one. */
const hasGroup = /(with|assign\w*(-to)?|views?|saved)[:\uFF1A]/i;

/** Any word that may be read as the key of a view. */
const hasView = /(views?|saved)[:\uFF1A]/i;

/** Any word that may be read as the key of a tag, or as that of a view that has one. */
const hasTag = /(tag\w*|views?|saved)[:\uFF1A]/i;

/** What goes out of use because it became part of another stands for that one, and a tag is known by its former names too. */
async function selectKnownTags(db: Db): Promise<QueueKnown["tags"]> {
  const tags = await selectTagTree(db);
  if (tags.length === 0) return [];
  const { became, formerNames } = await selectTagsBefore(db);
  return tags.map((tag) => ({
    ...tag,
    becameId: tag.isRetired ? became.get(tag.tagId) : undefined,
    formerNames: formerNames.get(tag.tagId),
  }));
}
