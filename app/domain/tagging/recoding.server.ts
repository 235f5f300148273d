import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { recordChange } from "./codebook-changes.server.ts";
import type { MoveCounts } from "./codebook-changes.ts";
import { carryOut, sealOf } from "./codebook-moves.server.ts";
import { chosenOf, type ChosenItem, taggedWith } from "./merging.server.ts";
import { countMoves, type MovePlan, planMoves } from "./move-plan.ts";
import { selectTagsByIds } from "./tags.queries.server.ts";
import { insertNewTag, madeNow } from "./tags.server.ts";
import type { Tagger, TagWords } from "./tags.ts";

export type Recoding = {
  fromTagId: number;
  items: ChosenItem[];
  /** Where it goes: to a tag that is there, or to one that is made for it. */
  to:
    | { tagId: number }
    | { newTag: TagWords & { parentId?: number | undefined } };
  actor: Tagger;
  now: Date;
};

export type RecodingPreview = {
  counts: MoveCounts;
  overlaps: number;
  /** Chosen, and not tagged so any more, or frozen since. */
  gone: number;
  seal: string;
};

/** What stands against it. */
export type RecodingRefusal =
  | "not-found"
  | "same-tag"
  | "not-in-use"
  | "not-allowed"
  | "name-taken"
  | "parent-not-found"
  | "too-deep";

/** What taking chosen things from one tag to another would come to, with nothing written. */
export async function previewRecoding(
  db: Db,
  recoding: Recoding,
): Promise<
  | { ok: true; preview: RecodingPreview }
  | { ok: false; reason: RecodingRefusal }
> {
  const weighed = await weighRecoding(db, recoding);
  return weighed.ok ? { ok: true, preview: weighed.preview } : weighed;
}

/**
 * Takes chosen passages and responses from one tag to another, or splits them
 * off into a new one; for those who lead. What was chosen and is not tagged so
 * any more is told in the preview.
 *
 * @param seal as for `mergeTags`
 */
export async function recodeChosen(
  db: Db,
  recoding: Recoding & { seal: string },
): Promise<
  | { ok: true; changeId: number; toTagId: number; counts: MoveCounts }
  | { ok: false; reason: RecodingRefusal }
  | { ok: false; reason: "changed-meanwhile"; preview: RecodingPreview }
> {
  return db.transaction().execute(async (trx) => {
    const weighed = await weighRecoding(trx, recoding);
    if (!weighed.ok) return weighed;
    const { preview, plan } = weighed;
    if (preview.seal !== recoding.seal)
      return { ok: false, reason: "changed-meanwhile", preview };
    const { fromTagId, to, actor, now } = recoding;
    const made =
      "newTag" in to
        ? await insertNewTag(trx, { ...to.newTag, actor, now })
        : { ok: true as const, tagId: to.tagId };
    if (!made.ok) return { ok: false, reason: made.reason };
    const toTagId = made.tagId;
    const { counts } = preview;
    const changeId = await recordChange(trx, {
      ...recoding,
      kind: "newTag" in to ? "split" : "recoded",
      tagIds: [fromTagId, toTagId],
      details: {
        ...{ moves: counts, fromTagId, toTagId },
        tags: "newTag" in to ? [madeNow(toTagId)] : [],
      },
    });
    await carryOut(trx, plan, { changeId, fromTagId, toTagId });
    return { ok: true, changeId, toTagId, counts };
  });
}

type Weighed =
  | { ok: true; preview: RecodingPreview; plan: MovePlan }
  | { ok: false; reason: RecodingRefusal };

async function weighRecoding(
  db: Db | Trx,
  { fromTagId, items, to, actor }: Recoding,
): Promise<Weighed> {
  if (!may(actor, "reshape-codebook"))
    return { ok: false, reason: "not-allowed" };
  const toTagId = "tagId" in to ? to.tagId : undefined;
  if (toTagId === fromTagId) return { ok: false, reason: "same-tag" };
  const ids = toTagId === undefined ? [fromTagId] : [fromTagId, toTagId];
  const rows = await selectTagsByIds(db, ids);
  if (rows.length < ids.length) return { ok: false, reason: "not-found" };
  if (rows.some((row) => row.tagId === toTagId && row.retiredAt !== null))
    return { ok: false, reason: "not-in-use" };
  const moving = await chosenOf(db, { tagId: fromTagId, items, actor });
  const there =
    toTagId === undefined
      ? { passages: [], wholes: [] }
      : await taggedWith(db, toTagId);
  const plan = planMoves(moving, there);
  const counts = countMoves(plan);
  const versions = rows.flatMap(({ tagId, rowVersion }) => [tagId, rowVersion]);
  const preview = {
    counts,
    overlaps: plan.overlaps,
    gone: new Set(items).size - counts.passages - counts.wholes,
    seal: sealOf(versions, plan),
  };
  return { ok: true, preview, plan };
}
