import type { Db, Trx } from "#app/db/schema.ts";
import { noteBesideResponse } from "../responses/changes.server.ts";
import {
  deleteResponseTags,
  insertTaggings,
  selectTaggings,
} from "./response-tags.queries.server.ts";
import { selectTagsByIds } from "./tags.queries.server.ts";
import type { Tagger } from "./tags.ts";

/** A tag as it was given. */
export type Tagging = { tagId: number; taggedBy: string; taggedAt: string };

/** Which of some tags stand on each of some responses as a whole, as they were given. */
export async function selectTaggingsOf(
  db: Db | Trx,
  responseIds: number[],
  tagIds: number[],
): Promise<Map<number, Tagging[]>> {
  const found = new Map<number, Tagging[]>();
  for (const { responseId, ...tagging } of await selectTaggings(
    db,
    responseIds,
    tagIds,
  ))
    found.set(responseId, [...(found.get(responseId) ?? []), tagging]);
  return found;
}

type PuttingBack = {
  responseId: number;
  /** Tags that were given, and by whom. */
  added: number[];
  addedBy: string;
  /** Tags that were taken off. */
  removed: Tagging[];
  /** The action on many responses that this undoes. */
  undoes: number;
  actor: Tagger;
  now: Date;
};

/**
 * Takes off what was given and gives back what was taken off, where nobody has
 * done so or given it anew since.
 *
 * @returns `changed` where some of it, `no-tag` where a tag went out of use.
 */
export async function putTagsBack(
  trx: Trx,
  back: PuttingBack,
): Promise<"undone" | "changed" | "no-tag"> {
  const { responseId } = back;
  const { removed, missing, given } = await weighPuttingBack(trx, back);
  await deleteResponseTags(trx, { responseId, tagIds: removed });
  await insertTaggings(
    trx,
    given.map(({ tagId, taggedBy, taggedAt }) => ({
      ...{ response_id: responseId, tag_id: tagId },
      ...{ tagged_by: taggedBy, tagged_at: taggedAt },
    })),
  );
  const added = given.map(({ tagId }) => tagId);
  if (removed.length + added.length > 0)
    await noteBesideResponse(trx, {
      ...{ responseId, actor: back.actor, now: back.now },
      events: [
        {
          type: "response.tags-saved",
          details: { added, removed, undoes: back.undoes },
        },
      ],
    });
  if (given.length < missing.length) return "no-tag";
  const isAll =
    removed.length === back.added.length &&
    missing.length === back.removed.length;
  return isAll ? "undone" : "changed";
}

/** What can be taken off, what is missing, and what of it can be given again. */
async function weighPuttingBack(trx: Trx, back: PuttingBack) {
  const ids = [...back.added, ...back.removed.map(({ tagId }) => tagId)];
  const standing = await selectTaggings(trx, [back.responseId], ids);
  const known = await selectTagsByIds(trx, ids);
  const removed = back.added.filter((id) =>
    standing.some((one) => one.tagId === id && one.taggedBy === back.addedBy),
  );
  const missing = back.removed.filter(
    ({ tagId }) => !standing.some((one) => one.tagId === tagId),
  );
  const given = missing.filter(({ tagId }) =>
    known.some((tag) => tag.tagId === tagId && tag.retiredAt === null),
  );
  return { removed, missing, given };
}
