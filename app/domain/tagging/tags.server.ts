import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { toNameKey } from "../text/name-keys.ts";
import { recordChange } from "./codebook-changes.server.ts";
import { placeProblem } from "./tag-places.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import {
  countByTag,
  insertTag,
  selectTagInUseByKey,
  selectTags,
  selectTagWithParent,
  selectUnretiredTags,
} from "./tags.queries.server.ts";
import {
  type Tag,
  type TagForEditing,
  type Tagger,
  type TagListEntry,
  type TagNotes,
  type TagWords,
} from "./tags.ts";

/** Every tag, retired ones too, with how many responses and passages carry it or a part of it. */
export async function selectTagList(
  db: Db,
  viewer: Viewer,
): Promise<TagListEntry[]> {
  const tags = await selectTags(db);
  const counts = await countByTag(besideOthers(db), viewer);
  return tags.map((tag) => {
    const counted = counts.get(tag.tagId);
    return {
      tagId: tag.tagId,
      name: tag.name,
      definition: tag.definition,
      parentId: tag.parentId,
      includeNote: tag.includeNote,
      excludeNote: tag.excludeNote,
      tint: tag.tint,
      isRetired: tag.retiredAt !== null,
      responseCount: counted?.responses ?? 0,
      passageCount: counted?.passages ?? 0,
      ownResponseCount: counted?.ownResponses ?? 0,
      ownPassageCount: counted?.ownPassages ?? 0,
    };
  });
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

/** What every tag is called, retired ones too. */
export async function selectTagNames(db: Db): Promise<Map<number, string>> {
  const tags = await selectTags(db);
  return new Map(tags.map(({ tagId, name }) => [tagId, name]));
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
    definedAnewAt: row.definedAnewAt,
    isRetired: row.retiredAt !== null,
    rowVersion: row.rowVersion,
  };
}

export type NewTag = TagWords &
  Partial<TagNotes> & {
    /** The tag this one is part of. */
    parentId?: number | undefined;
    /** What another program calls it. */
    guid?: string | undefined;
    actor: Tagger;
    now: Date;
  };

export type TagDefinition =
  | { ok: true; tagId: number }
  | { ok: false; reason: "name-taken"; tagId: number }
  | { ok: false; reason: "parent-not-found" | "too-deep" };

/**
 * Adds a tag to the list; every reviewer may.
 *
 * Names are compared as `toNameKey` says: `name-taken` names the tag that has
 * it. A retired tag's name is free again. `parent-not-found` also where the
 * parent is retired.
 */
export async function defineTag(db: Db, tag: NewTag): Promise<TagDefinition> {
  return db.transaction().execute((trx) => defineTagWithin(trx, tag));
}

/** `defineTag` as part of its caller's transaction. */
export async function defineTagWithin(
  trx: Trx,
  tag: NewTag,
): Promise<TagDefinition> {
  const made = await insertNewTag(trx, tag);
  if (!made.ok) return made;
  await recordChange(trx, {
    ...tag,
    kind: "defined",
    tagIds: [made.tagId],
    details: { tags: [madeNow(made.tagId)] },
  });
  return made;
}

/** How a change tells of a tag that it made. */
export function madeNow(tagId: number) {
  return { tagId, before: { isRetired: true }, after: { isRetired: false } };
}

/** A new tag, without its place in the history, which is for a larger change to give. */
export async function insertNewTag(
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
    if (placeProblem(await selectTags(trx), undefined, tag.parentId))
      return { ok: false, reason: "too-deep" };
  }
  const { id } = await insertTag(trx, {
    name: tag.name.trim(),
    name_key: nameKey,
    definition: tag.definition.trim(),
    include_note: tag.includeNote ?? "",
    exclude_note: tag.excludeNote ?? "",
    tint: tag.tint ?? null,
    guid: tag.guid ?? null,
    parent_id: tag.parentId ?? null,
    created_by: tag.actor.staffId,
    created_at: tag.now.toISOString(),
  });
  return { ok: true, tagId: id };
}
