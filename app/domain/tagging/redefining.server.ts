import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { recordChange, selectTagChanges } from "./codebook-changes.server.ts";
import type { TagDifference } from "./codebook-changes.ts";
import {
  differenceOf,
  isNameTaken,
  writeTagState,
} from "./tag-changes.server.ts";
import { type PlaceProblem, placeProblem } from "./tag-places.ts";
import { selectTags, selectTagsByIds } from "./tags.queries.server.ts";
import type { Tagger, TagNotes, TagWords } from "./tags.ts";

export type TagRedefinition = TagWords &
  Partial<TagNotes> & {
    tagId: number;
    /** The version the person saw. */
    rowVersion: number;
    /** What it is to be part of; null for nothing, left out where it stays. */
    parentId?: number | null | undefined;
    actor: Tagger;
    now: Date;
  };

/** What is saved, for the side of a conflict that is not in the form. */
export type SavedTag = TagWords & {
  rowVersion: number;
  changedBy: string | undefined;
  changedAt: string | undefined;
};

export type TagChange =
  | { ok: true; difference: TagDifference | undefined; changeId?: number }
  | {
      ok: false;
      reason:
        | "not-found"
        | "retired"
        | "name-taken"
        | "parent-not-found"
        | PlaceProblem;
    }
  | { ok: false; reason: "stale"; saved: SavedTag };

/** What a change of a tag's words and place would come to, with nothing written. */
export async function previewRedefinition(
  db: Db,
  change: TagRedefinition,
): Promise<TagChange> {
  const weighed = await weighRedefinition(db, change);
  return weighed.ok ? { ok: true, difference: weighed.difference } : weighed;
}

/**
 * Changes what a tag is called, what it means and what it is part of; every
 * reviewer may. What is tagged stays tagged.
 *
 * `stale` where somebody changed it since `rowVersion`, with what is saved now.
 */
export async function redefineTag(
  db: Db,
  change: TagRedefinition,
): Promise<TagChange> {
  return db.transaction().execute(async (trx) => {
    const weighed = await weighRedefinition(trx, change);
    if (!weighed.ok || !weighed.difference) return weighed;
    const { tag, difference } = weighed;
    await writeTagState(trx, tag, difference.after, change.now);
    const isMove = Object.keys(difference.after).join() === "parentId";
    const changeId = await recordChange(trx, {
      ...change,
      kind: isMove ? "moved" : "redefined",
      tagIds: [tag.tagId],
      details: { tags: [difference] },
    });
    return { ok: true, difference, changeId };
  });
}

type Weighed =
  | {
      ok: true;
      tag: Awaited<ReturnType<typeof selectTagsByIds>>[number];
      difference: TagDifference | undefined;
    }
  | Extract<TagChange, { ok: false }>;

async function weighRedefinition(
  db: Db | Trx,
  change: TagRedefinition,
): Promise<Weighed> {
  const [tag] = await selectTagsByIds(db, [change.tagId]);
  if (!tag) return { ok: false, reason: "not-found" };
  if (tag.retiredAt !== null) return { ok: false, reason: "retired" };
  if (tag.rowVersion !== change.rowVersion)
    return { ok: false, reason: "stale", saved: await savedTag(db, tag) };
  const { name, definition, includeNote, excludeNote, tint, parentId } = change;
  const difference = differenceOf(tag, {
    name: name.trim(),
    definition: definition.trim(),
    ...(includeNote !== undefined && { includeNote }),
    ...(excludeNote !== undefined && { excludeNote }),
    ...(tint !== undefined && { tint }),
    ...(parentId !== undefined && { parentId }),
  });
  const { after } = difference ?? {};
  if (
    after?.name !== undefined &&
    (await isNameTaken(db as Trx, name, tag.tagId))
  )
    return { ok: false, reason: "name-taken" };
  if (typeof after?.parentId === "number") {
    const tags = await selectTags(db);
    const parent = tags.find((one) => one.tagId === after.parentId);
    if (!parent || parent.retiredAt !== null)
      return { ok: false, reason: "parent-not-found" };
    const problem = placeProblem(tags, tag.tagId, after.parentId);
    if (problem) return { ok: false, reason: problem };
  }
  return { ok: true, tag, difference };
}

async function savedTag(
  db: Db | Trx,
  tag: { tagId: number; name: string; definition: string; rowVersion: number },
): Promise<SavedTag> {
  const [change] = await selectTagChanges(db, tag.tagId);
  return {
    name: tag.name,
    definition: tag.definition,
    rowVersion: tag.rowVersion,
    changedBy: change?.madeBy,
    changedAt: change?.madeAt,
  };
}

export type Retirement =
  | { ok: true; changeId?: number }
  | {
      ok: false;
      reason: "not-found" | "not-allowed" | "name-taken" | "stale";
    };

/**
 * Takes a tag out of use, or back into it: a retired tag can no longer be
 * chosen and stays on what is tagged with it.
 *
 * Correcting a tag is open to every reviewer, this is not: `not-allowed`.
 * `name-taken` where another tag has its name since; once more changes nothing.
 */
export async function setTagRetired(
  db: Db,
  {
    tagId,
    isRetired,
    rowVersion,
    actor,
    now,
  }: {
    tagId: number;
    isRetired: boolean;
    /** The version the person saw; left out where they saw none. */
    rowVersion?: number | undefined;
    actor: Tagger;
    now: Date;
  },
): Promise<Retirement> {
  if (!may(actor, "retire-tags")) return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const [tag] = await selectTagsByIds(trx, [tagId]);
    if (!tag) return { ok: false, reason: "not-found" };
    const difference = differenceOf(tag, { isRetired });
    if (!difference) return { ok: true };
    if (rowVersion !== undefined && rowVersion !== tag.rowVersion)
      return { ok: false, reason: "stale" };
    if (!isRetired && (await isNameTaken(trx, tag.name, tagId)))
      return { ok: false, reason: "name-taken" };
    await writeTagState(trx, tag, difference.after, now);
    const changeId = await recordChange(trx, {
      kind: isRetired ? "retired" : "unretired",
      details: { tags: [difference] },
      ...{ tagIds: [tagId], actor, now },
    });
    return { ok: true, changeId };
  });
}

/** Takes a tag out of use, as `setTagRetired` says. */
export async function retireTag(
  db: Db,
  tag: { tagId: number; actor: Tagger; now: Date },
): Promise<Retirement> {
  return setTagRetired(db, { ...tag, isRetired: true });
}
