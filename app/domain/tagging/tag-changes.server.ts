import { toNameKey } from "../text/name-keys.ts";
import type { Trx } from "#app/db/schema.ts";
import type {
  SomeTagState,
  TagDifference,
  TagState,
} from "./codebook-changes.ts";
import {
  type selectTagsByIds,
  selectTagInUseByKey,
  updateTag,
} from "./tags.queries.server.ts";

type TagRow = Awaited<ReturnType<typeof selectTagsByIds>>[number];

/** What is said of a tag at present. */
export function stateOf(tag: TagRow): TagState {
  return {
    name: tag.name,
    definition: tag.definition,
    includeNote: tag.includeNote,
    excludeNote: tag.excludeNote,
    tint: tag.tint,
    parentId: tag.parentId,
    isRetired: tag.retiredAt !== null,
  };
}

/** What a change would change, before and after; undefined for nothing. */
export function differenceOf(
  tag: TagRow,
  wanted: SomeTagState,
): TagDifference | undefined {
  const present = stateOf(tag);
  const names = (Object.keys(wanted) as (keyof TagState)[]).filter(
    (name) => wanted[name] !== undefined && wanted[name] !== present[name],
  );
  if (names.length === 0) return undefined;
  const picked = (from: SomeTagState) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as SomeTagState;
  return {
    tagId: tag.tagId,
    before: picked(present),
    after: picked(wanted),
  };
}

const meaning = ["definition", "includeNote", "excludeNote"] as const;

/** Whether a change is of what the tag means, so that what was tagged before may be looked at again. */
export function changesMeaning(after: SomeTagState): boolean {
  return meaning.some((name) => after[name] !== undefined);
}

/** Writes what is to be said of a tag, and counts its version on. */
export async function writeTagState(
  trx: Trx,
  tag: TagRow,
  after: SomeTagState,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const { name, definition, includeNote, excludeNote, tint } = after;
  await updateTag(trx, tag.tagId, {
    ...(name !== undefined && { name, name_key: toNameKey(name) }),
    ...(definition !== undefined && { definition }),
    ...(includeNote !== undefined && { include_note: includeNote }),
    ...(excludeNote !== undefined && { exclude_note: excludeNote }),
    ...(tint !== undefined && { tint }),
    ...(after.parentId !== undefined && { parent_id: after.parentId }),
    ...(after.isRetired !== undefined && {
      retired_at: after.isRetired ? at : null,
    }),
    ...(changesMeaning(after) && { defined_anew_at: at }),
    row_version: tag.rowVersion + 1,
  });
}

/** Whether another tag in use has a name. */
export async function isNameTaken(
  trx: Trx,
  name: string,
  tagId: number,
): Promise<boolean> {
  const taken = await selectTagInUseByKey(trx, toNameKey(name));
  return taken !== undefined && taken.tagId !== tagId;
}
