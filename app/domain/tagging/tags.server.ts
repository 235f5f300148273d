import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { recordEvent, selectEvents } from "../audit/audit.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import {
  countPassagesByTag,
  countResponsesByTag,
  insertTag,
  selectTagInUseByKey,
  selectTags,
  selectTagWithParent,
  selectUnretiredTags,
  updateTag,
} from "./tags.queries.server.ts";
import {
  type Tag,
  type TagForEditing,
  type Tagger,
  type TagListEntry,
  type TagWords,
  toNameKey,
} from "./tags.ts";

/** Every tag, retired ones too, with how many responses and passages carry it. */
export async function selectTagList(
  db: Db,
  viewer: Viewer,
): Promise<TagListEntry[]> {
  const tags = await selectTags(db);
  const responseCounts = await countResponsesByTag(db, viewer);
  const passageCounts = await countPassagesByTag(db, viewer);
  return tags.map((tag) => ({
    tagId: tag.tagId,
    name: tag.name,
    definition: tag.definition,
    parentId: tag.parentId,
    isRetired: tag.retiredAt !== null,
    responseCount: responseCounts.get(tag.tagId) ?? 0,
    passageCount: passageCounts.get(tag.tagId) ?? 0,
  }));
}

/** The tags that can be chosen now. */
export async function selectTagsInUse(db: Db): Promise<Tag[]> {
  const rows = await selectUnretiredTags(db);
  return rows.map(({ tagId, name, definition, parentId }) => ({
    tagId,
    name,
    definition,
    parentId,
  }));
}

/** One tag for its own page; undefined where there is none. */
export async function findTag(
  db: Db,
  tagId: number,
): Promise<TagForEditing | undefined> {
  const row = await selectTagWithParent(db, tagId);
  if (!row) return undefined;
  return {
    tagId: row.tagId,
    name: row.name,
    definition: row.definition,
    parentId: row.parentId,
    parentName: row.parentName ?? undefined,
    includeNote: row.includeNote,
    excludeNote: row.excludeNote,
    tint: row.tint,
    isRetired: row.retiredAt !== null,
    rowVersion: row.rowVersion,
  };
}

export type NewTag = TagWords & {
  /** The tag this one is part of. */
  parentId?: number | undefined;
  actor: Tagger;
  now: Date;
};

export type TagDefinition =
  | { ok: true; tagId: number }
  | { ok: false; reason: "name-taken"; tagId: number }
  | { ok: false; reason: "parent-not-found" };

/**
 * Adds a tag to the list; every reviewer may.
 *
 * Names are compared without regard to case and spaces: `name-taken` names the
 * tag that has it. A retired tag's name is free again. `parent-not-found` also
 * where the parent is retired.
 */
export async function defineTag(db: Db, tag: NewTag): Promise<TagDefinition> {
  return db.transaction().execute((trx) => defineTagWithin(trx, tag));
}

/** `defineTag` as part of its caller's transaction. */
export async function defineTagWithin(
  trx: Trx,
  tag: NewTag,
): Promise<TagDefinition> {
  const nameKey = toNameKey(tag.name);
  const taken = await selectTagInUseByKey(trx, nameKey);
  if (taken) return { ok: false, reason: "name-taken", tagId: taken.tagId };
  if (tag.parentId !== undefined) {
    const parent = await findTag(trx, tag.parentId);
    if (!parent || parent.isRetired)
      return { ok: false, reason: "parent-not-found" };
  }
  const { id } = await insertTag(trx, {
    name: tag.name.trim(),
    name_key: nameKey,
    definition: tag.definition.trim(),
    parent_id: tag.parentId ?? null,
    created_by: tag.actor.staffId,
    created_at: tag.now.toISOString(),
  });
  await recordTagEvent(trx, { ...tag, tagId: id, type: "tag.defined" });
  return { ok: true, tagId: id };
}

export type TagRedefinition = TagWords & {
  tagId: number;
  /** The version the person saw. */
  rowVersion: number;
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
  | { ok: true }
  | { ok: false; reason: "not-found" | "retired" | "name-taken" }
  | { ok: false; reason: "stale"; saved: SavedTag };

/**
 * Changes a tag's name and definition; every reviewer may. What is tagged stays tagged.
 *
 * `stale` where somebody changed it since `rowVersion`, with what is saved now.
 */
export async function redefineTag(
  db: Db,
  change: TagRedefinition,
): Promise<TagChange> {
  const { tagId } = change;
  return db.transaction().execute(async (trx) => {
    const tag = await findTag(trx, tagId);
    if (!tag) return { ok: false, reason: "not-found" };
    if (tag.isRetired) return { ok: false, reason: "retired" };
    if (tag.rowVersion !== change.rowVersion)
      return { ok: false, reason: "stale", saved: await savedTag(trx, tag) };
    const nameKey = toNameKey(change.name);
    const taken = await selectTagInUseByKey(trx, nameKey);
    if (taken && taken.tagId !== tagId)
      return { ok: false, reason: "name-taken" };
    await updateTag(trx, tagId, {
      name: change.name.trim(),
      name_key: nameKey,
      definition: change.definition.trim(),
      row_version: tag.rowVersion + 1,
    });
    await recordTagEvent(trx, { ...change, type: "tag.redefined" });
    return { ok: true };
  });
}

async function savedTag(trx: Trx, tag: TagForEditing): Promise<SavedTag> {
  const definitions = await selectEvents(trx, {
    subject: { kind: "tag", id: tag.tagId },
    types: ["tag.defined", "tag.redefined"],
  });
  const change = definitions.at(-1);
  return {
    name: tag.name,
    definition: tag.definition,
    rowVersion: tag.rowVersion,
    changedBy: change?.actorName,
    changedAt: change?.at,
  };
}

/**
 * Takes a tag out of use: it can no longer be chosen and stays on what is tagged with it.
 *
 * Correcting a tag is open to every reviewer, this is not: `not-allowed`; retiring a retired tag changes nothing.
 */
export async function retireTag(
  db: Db,
  tag: { tagId: number; actor: Tagger; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "not-allowed" }> {
  if (!may(tag.actor, "retire-tags"))
    return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const saved = await findTag(trx, tag.tagId);
    if (!saved) return { ok: false, reason: "not-found" };
    if (saved.isRetired) return { ok: true };
    await updateTag(trx, tag.tagId, {
      retired_at: tag.now.toISOString(),
      row_version: saved.rowVersion + 1,
    });
    await recordTagEvent(trx, { ...tag, type: "tag.retired" });
    return { ok: true };
  });
}

async function recordTagEvent(
  trx: Trx,
  event: { tagId: number; type: string; actor: Tagger; now: Date },
) {
  await recordEvent(trx, {
    at: event.now,
    actor: { kind: "staff", staffId: event.actor.staffId },
    subject: { kind: "tag", id: event.tagId },
    type: event.type,
  });
}
