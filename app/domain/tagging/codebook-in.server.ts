import { toNameKey } from "../text/name-keys.ts";
import { createHash } from "node:crypto";
import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { tidyText } from "../text/foreign-text.ts";
import { recordChange } from "./codebook-changes.server.ts";
import type { TagDifference } from "./codebook-changes.ts";
import type {
  CodebookEntry,
  CodebookFault,
  PlannedEntry,
} from "./codebook-files.ts";
import { type KnownTag, planCodebook } from "./codebook-plan.ts";
import { readCodebook } from "./read-codebook.server.ts";
import { differenceOf, writeTagState } from "./tag-changes.server.ts";
import { guidOf } from "./tag-guids.server.ts";
import { maxTagLevels } from "./tag-places.ts";
import {
  insertTag,
  selectTags,
  selectTagsByIds,
} from "./tags.queries.server.ts";
import { madeNow } from "./tags.server.ts";
import { arrangeTags, type Tagger } from "./tags.ts";

export type CodebookIn = { text: string; actor: Tagger; now: Date };

export type CodebookPreview = {
  planned: PlannedEntry[];
  /** Stands for the file and for the codebook as it is. */
  seal: string;
};

type Refused =
  { ok: false; reason: "not-allowed" } | ({ ok: false } & CodebookFault);

/** What taking in a file would come to, with nothing written. */
export async function previewCodebook(
  db: Db,
  { text, actor }: CodebookIn,
): Promise<{ ok: true; preview: CodebookPreview } | Refused> {
  if (!may(actor, "reshape-codebook"))
    return { ok: false, reason: "not-allowed" };
  const read = await readCodebook(text);
  if (!read.ok) return read;
  return { ok: true, preview: await planFor(db, read.entries) };
}

/**
 * Takes in a codebook in one go, for those who lead; what is refused of it stays
 * out. It is one change, that is undone as a whole.
 *
 * @param seal of the preview that was seen; where the codebook is another since, nothing is done
 */
export async function takeInCodebook(
  db: Db,
  { text, seal, actor, now }: CodebookIn & { seal: string },
): Promise<
  | { ok: true; changeId: number | undefined }
  | { ok: false; reason: "changed-meanwhile"; preview: CodebookPreview }
  | Refused
> {
  if (!may(actor, "reshape-codebook"))
    return { ok: false, reason: "not-allowed" };
  const read = await readCodebook(text);
  if (!read.ok) return read;
  return undoneWhere(UnshapelyError, { ok: false, reason: "shape" }, () =>
    db.transaction().execute(async (trx) => {
      const preview = await planFor(trx, read.entries);
      if (preview.seal !== seal)
        return { ok: false, reason: "changed-meanwhile", preview };
      const tags = await writePlannedTags(trx, preview.planned, { actor, now });
      if (tags.length === 0) return { ok: true, changeId: undefined };
      const changeId = await recordChange(trx, {
        kind: "imported",
        details: { tags },
        tagIds: tags.map(({ tagId }) => tagId),
        ...{ actor, now },
      });
      return { ok: true, changeId };
    }),
  );
}

/** What came of it would be a ring, or deeper than a codebook may be: all of it is taken back. */
export class UnshapelyError extends Error {
  override name = "UnshapelyError";
}

async function undoneWhere<Outcome, Refusal>(
  fault: typeof UnshapelyError,
  refusal: Refusal,
  work: () => Promise<Outcome>,
): Promise<Outcome | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof fault) return refusal;
    throw error;
  }
}

/** The tags that are there, as a file's are held against them. */
export async function selectKnownTags(db: Db | Trx): Promise<KnownTag[]> {
  const tags = await selectTags(db);
  const names = new Map(tags.map(({ tagId, name }) => [tagId, name]));
  return tags.map((tag) => ({
    ...tag,
    guid: guidOf(tag),
    parentName: tag.parentId === null ? undefined : names.get(tag.parentId),
    isRetired: tag.retiredAt !== null,
  }));
}

/** A file's tags without what nobody sees. */
export function tidyEntries(entries: CodebookEntry[]): CodebookEntry[] {
  return entries.map((entry) => ({
    ...entry,
    name: tidyText(entry.name).replace(/\s+/g, " "),
    definition: tidyText(entry.definition),
    includeNote: tidyText(entry.includeNote),
    excludeNote: tidyText(entry.excludeNote),
    ...(entry.parentName !== undefined && {
      parentName: tidyText(entry.parentName).replace(/\s+/g, " "),
    }),
  }));
}

async function planFor(
  db: Db | Trx,
  entries: CodebookEntry[],
): Promise<CodebookPreview> {
  const tags = await selectTags(db);
  const known = await selectKnownTags(db);
  const planned = planCodebook(tidyEntries(entries), known);
  const versions = tags.map(({ tagId, rowVersion }) => [tagId, rowVersion]);
  const seal = createHash("sha256")
    .update(JSON.stringify([versions, planned]))
    .digest("hex");
  return { planned, seal };
}

type Writing = { actor: Tagger; now: Date };

/** New tags first, all without a place; then every tag is put in its place, when all of them are there. */
export async function writePlannedTags(
  trx: Trx,
  planned: PlannedEntry[],
  writing: Writing,
): Promise<TagDifference[]> {
  const taken = planned.filter(({ what }) => what !== "refused");
  const ids = new Map<PlannedEntry, number>();
  const made: TagDifference[] = [];
  for (const plan of taken) {
    const isNew = plan.what === "new";
    const tagId = isNew
      ? await insertEntry(trx, plan.entry, writing)
      : "tagId" in plan
        ? plan.tagId
        : 0;
    ids.set(plan, tagId);
    if (isNew) made.push(madeNow(tagId));
  }
  const byKey = new Map(
    (await selectTags(trx))
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ tagId, name }) => [toNameKey(name), tagId]),
  );
  for (const [plan, tagId] of ids) byKey.set(toNameKey(plan.entry.name), tagId);
  const changed: TagDifference[] = [];
  for (const [plan, tagId] of ids) {
    const parentId = byKey.get(toNameKey(plan.entry.parentName ?? "")) ?? null;
    const difference = await placeEntry(
      trx,
      plan,
      { tagId, parentId },
      writing,
    );
    if (difference && plan.what === "changed") changed.push(difference);
  }
  await checkShape(trx);
  return [...made, ...changed];
}

async function insertEntry(
  trx: Trx,
  entry: CodebookEntry,
  { actor, now }: Writing,
): Promise<number> {
  const { id } = await insertTag(trx, {
    name: entry.name,
    name_key: toNameKey(entry.name),
    definition: entry.definition,
    include_note: entry.includeNote,
    exclude_note: entry.excludeNote,
    tint: entry.tint,
    guid: entry.guid ?? null,
    parent_id: null,
    created_by: actor.staffId,
    created_at: now.toISOString(),
  });
  return id;
}

async function placeEntry(
  trx: Trx,
  { entry, what }: PlannedEntry,
  { tagId, parentId }: { tagId: number; parentId: number | null },
  { now }: Writing,
): Promise<TagDifference | undefined> {
  if (what === "same") return undefined;
  const [tag] = await selectTagsByIds(trx, [tagId]);
  if (!tag) return undefined;
  const { name, definition, includeNote, excludeNote, tint, isRetired } = entry;
  const difference = differenceOf(tag, {
    ...{
      name,
      definition,
      includeNote,
      excludeNote,
      tint,
      isRetired,
      parentId,
    },
  });
  if (difference) await writeTagState(trx, tag, difference.after, now);
  return difference;
}

/** With what was there before, no tag may be under itself, nor too deep. */
async function checkShape(trx: Trx): Promise<void> {
  const tags = await selectTags(trx);
  const arranged = arrangeTags(tags);
  const isDeep = arranged.some(({ depth }) => depth >= maxTagLevels);
  if (isDeep || arranged.length < tags.length) throw new UnshapelyError();
}
