import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { recordChange } from "./codebook-changes.server.ts";
import type { MoveCounts, TagDifference } from "./codebook-changes.ts";
import { carryOut, sealOf } from "./codebook-moves.server.ts";
import {
  selectListedOf,
  selectTaggedPassages,
  selectTaggedWholes,
} from "./codebook-moves.queries.server.ts";
import { countMoves, type MovePlan, planMoves } from "./move-plan.ts";
import { differenceOf, writeTagState } from "./tag-changes.server.ts";
import { selectTags } from "./tags.queries.server.ts";
import { idsUnder, type Tagger } from "./tags.ts";

export type Merge = {
  /** What is to become part of the other, and goes out of use. */
  fromTagId: number;
  toTagId: number;
  actor: Tagger;
  now: Date;
};

/** What a merge would come to. */
export type MergePreview = {
  from: { tagId: number; name: string };
  to: { tagId: number; name: string };
  counts: MoveCounts;
  /** Passages that go over and stand across, and not on, words that have the tag: they stay beside them. */
  overlaps: number;
  /** The parts of the one that become parts of the other. */
  parts: string[];
  /** Stands for all of this: it is handed back to say what was seen. */
  seal: string;
};

type MergeRefusal = "not-found" | "same-tag" | "not-in-use" | "not-allowed";

type Weighed = {
  ok: true;
  preview: MergePreview;
  plan: MovePlan;
  differences: TagDifference[];
  rows: Awaited<ReturnType<typeof selectTags>>;
};

/** What a merge of one tag into another would come to, with nothing written. */
export async function previewMerge(
  db: Db,
  merge: Merge,
): Promise<
  { ok: true; preview: MergePreview } | { ok: false; reason: MergeRefusal }
> {
  const weighed = await weighMerge(db, merge);
  return weighed.ok ? { ok: true, preview: weighed.preview } : weighed;
}

/**
 * Merges a tag into another, for those who lead: all that is tagged with it goes
 * over, the same words or response once; its parts go over; it goes out of use.
 *
 * @param seal of the preview that was seen: where anything is otherwise now,
 *   nothing is done, and `changed-meanwhile` has what it would come to.
 */
export async function mergeTags(
  db: Db,
  merge: Merge & { seal: string },
): Promise<
  | { ok: true; changeId: number; counts: MoveCounts }
  | { ok: false; reason: MergeRefusal }
  | { ok: false; reason: "changed-meanwhile"; preview: MergePreview }
> {
  return db.transaction().execute(async (trx) => {
    const weighed = await weighMerge(trx, merge);
    if (!weighed.ok) return weighed;
    const { preview, plan, differences, rows } = weighed;
    if (preview.seal !== merge.seal)
      return { ok: false, reason: "changed-meanwhile", preview };
    const { fromTagId, toTagId, now } = merge;
    const changeId = await recordChange(trx, {
      ...merge,
      kind: "merged",
      tagIds: [fromTagId, toTagId, ...differences.map(({ tagId }) => tagId)],
      details: {
        ...{ tags: differences, moves: preview.counts, fromTagId, toTagId },
      },
    });
    await carryOut(trx, plan, { changeId, fromTagId, toTagId });
    for (const { tagId, after } of differences) {
      const row = rows.find((one) => one.tagId === tagId);
      if (row) await writeTagState(trx, row, after, now);
    }
    return { ok: true, changeId, counts: preview.counts };
  });
}

async function weighMerge(
  db: Db | Trx,
  { fromTagId, toTagId, actor }: Merge,
): Promise<Weighed | { ok: false; reason: MergeRefusal }> {
  if (!may(actor, "reshape-codebook"))
    return { ok: false, reason: "not-allowed" };
  if (fromTagId === toTagId) return { ok: false, reason: "same-tag" };
  const rows = await selectTags(db);
  const from = rows.find(({ tagId }) => tagId === fromTagId);
  const to = rows.find(({ tagId }) => tagId === toTagId);
  if (!from || !to) return { ok: false, reason: "not-found" };
  if (from.retiredAt !== null || to.retiredAt !== null)
    return { ok: false, reason: "not-in-use" };
  const plan = planMoves(
    await taggedWith(db, fromTagId),
    await taggedWith(db, toTagId),
  );
  const { moved, differences } = differencesOf(rows, from, to);
  const versions = [from, to, ...moved].flatMap(({ tagId, rowVersion }) => [
    tagId,
    rowVersion,
  ]);
  const preview = {
    from: { tagId: fromTagId, name: from.name },
    to: { tagId: toTagId, name: to.name },
    counts: countMoves(plan),
    overlaps: plan.overlaps,
    parts: moved.map(({ name }) => name),
    seal: sealOf(versions, plan),
  };
  return { ok: true, preview, plan, differences, rows };
}

type TagRow = Weighed["rows"][number];

/** What a merge changes of the tags themselves, and the parts that go along. */
function differencesOf(rows: TagRow[], from: TagRow, to: TagRow) {
  const moved = rows.filter(
    ({ tagId, parentId }) => parentId === from.tagId && tagId !== to.tagId,
  );
  // One that takes its own whole in stands where that stood.
  const climbs = idsUnder(rows, from.tagId).includes(to.tagId);
  const differences = [
    differenceOf(from, { isRetired: true }),
    climbs ? differenceOf(to, { parentId: from.parentId }) : undefined,
    ...moved.map((part) => differenceOf(part, { parentId: to.tagId })),
  ].filter((one) => one !== undefined);
  return { moved, differences };
}

/** All that is tagged with a tag, in what is frozen too: else the tag could never be done with. */
export async function taggedWith(db: Db | Trx, tagId: number) {
  return {
    passages: await selectTaggedPassages(db, tagId),
    wholes: await selectTaggedWholes(db, tagId),
  };
}

/** A passage by its public id, or a whole response as `response-12`. */
export type ChosenItem = string;

/** What somebody chose of a tag's list, as far as it is tagged so still and stands in their lists: what was frozen since is left as it is. */
export async function chosenOf(
  db: Db | Trx,
  of: { tagId: number; items: ChosenItem[]; actor: Tagger },
) {
  const chosen = new Set(of.items);
  const all = await taggedWith(db, of.tagId);
  const passages = all.passages.filter(({ publicId }) => chosen.has(publicId));
  const wholes = all.wholes.filter(({ responseId }) =>
    chosen.has(`response-${responseId}`),
  );
  const ids = [...passages, ...wholes].map(({ responseId }) => responseId);
  const listed = new Set(await selectListedOf(db, of.actor, [...new Set(ids)]));
  return {
    passages: passages.filter(({ responseId }) => listed.has(responseId)),
    wholes: wholes.filter(({ responseId }) => listed.has(responseId)),
  };
}
