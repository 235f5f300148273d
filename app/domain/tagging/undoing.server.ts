import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { findChange, recordChange } from "./codebook-changes.server.ts";
import { markUndone } from "./codebook-changes.queries.server.ts";
import {
  type CodebookChange,
  type LeftAsItIs,
  mayUndo,
  type SomeTagState,
  type TagDifference,
} from "./codebook-changes.ts";
import { putBackMoves } from "./putting-back.server.ts";
import { isNameTaken, stateOf, writeTagState } from "./tag-changes.server.ts";
import { placeProblem } from "./tag-places.ts";
import {
  selectTags,
  selectTagsByIds,
  selectWhetherUsed,
} from "./tags.queries.server.ts";
import type { Tagger } from "./tags.ts";

export type Undoing = { changeId: number; actor: Tagger; now: Date };

export type UndoOutcome =
  | { ok: true; left: LeftAsItIs[] }
  | { ok: false; reason: "not-found" | "undone-already" | "not-allowed" };

/**
 * Undoes a change of the codebook: within ten minutes whoever made it may, and
 * whoever leads may later too. What somebody changed since stays as they left
 * it, and is named in `left`; all else stands as before.
 */
export async function undoChange(
  db: Db,
  { changeId, actor, now }: Undoing,
): Promise<UndoOutcome> {
  return db.transaction().execute(async (trx) => {
    const change = await findChange(trx, changeId);
    if (!change || change.kind === "undone")
      return { ok: false, reason: "not-found" };
    if (change.undone) return { ok: false, reason: "undone-already" };
    const isLead = may(actor, "reshape-codebook");
    if (!mayUndo(change, { staffId: actor.staffId, isLead, now }))
      return { ok: false, reason: "not-allowed" };
    const left = await putBack(trx, change, now);
    const { staffId } = actor;
    await markUndone(trx, { changeId, staffId, at: now.toISOString() });
    const { fromTagId, toTagId, tags } = change.details;
    const about = [fromTagId, toTagId].filter((id) => id !== undefined);
    await recordChange(trx, {
      kind: "undone",
      details: { undoes: changeId, left },
      tagIds: [...about, ...tags.map(({ tagId }) => tagId)],
      ...{ actor, now },
    });
    return { ok: true, left };
  });
}

const made: readonly string[] = ["defined", "split", "imported"];

/**
 * Tags that were taken out of use come first, so that what goes back to them has
 * somewhere to go; tags that were made go last, when nothing may stand on them any more.
 */
async function putBack(trx: Trx, change: CodebookChange, now: Date) {
  const { tags, moves } = change.details;
  const isMade = ({ before }: TagDifference) =>
    made.includes(change.kind) && before.isRetired === true;
  const left: LeftAsItIs[] = [];
  for (const difference of tags.filter((one) => !isMade(one)))
    left.push(...(await putTagBack(trx, difference, now)));
  if (moves) left.push(...(await putBackMoves(trx, change)));
  // The last that was made may be a part of one that was made before it.
  for (const difference of tags.filter(isMade).reverse())
    left.push(...(await putTagBack(trx, difference, now)));
  return left;
}

async function putTagBack(
  trx: Trx,
  { tagId, before, after }: TagDifference,
  now: Date,
): Promise<LeftAsItIs[]> {
  const [tag] = await selectTagsByIds(trx, [tagId]);
  if (!tag) return [];
  const present = stateOf(tag);
  const left: LeftAsItIs[] = [];
  const wanted: Partial<Record<keyof SomeTagState, unknown>> = {};
  for (const what of Object.keys(after) as (keyof SomeTagState)[]) {
    const reason =
      present[what] === after[what]
        ? await findHindrance(trx, { tagId, what, before, name: tag.name })
        : present[what] === before[what]
          ? "as-before"
          : "changed-since";
    if (reason === undefined) wanted[what] = before[what];
    else if (reason !== "as-before") left.push({ tagId, what, reason });
  }
  if (Object.keys(wanted).length > 0)
    await writeTagState(trx, tag, wanted as SomeTagState, now);
  return left;
}

type Asked = {
  tagId: number;
  what: keyof SomeTagState;
  before: SomeTagState;
  name: string;
};

/** Why something that is as the change left it cannot be as it was. */
async function findHindrance(
  trx: Trx,
  { tagId, what, before, name }: Asked,
): Promise<LeftAsItIs["reason"] | undefined> {
  if (what === "name" && before.name !== undefined)
    return (await isNameTaken(trx, before.name, tagId))
      ? "name-taken"
      : undefined;
  if (what === "isRetired" && before.isRetired === false)
    return (await isNameTaken(trx, name, tagId)) ? "name-taken" : undefined;
  const rows = await selectTags(trx);
  if (what === "isRetired") {
    const hasParts = rows.some(
      (row) => row.parentId === tagId && row.retiredAt === null,
    );
    const isUsed = hasParts || (await selectWhetherUsed(trx, tagId));
    return isUsed ? "in-use" : undefined;
  }
  if (what === "parentId" && typeof before.parentId === "number") {
    const parent = rows.find((row) => row.tagId === before.parentId);
    if (!parent || parent.retiredAt !== null) return "parent-gone";
    return placeProblem(rows, tagId, before.parentId)
      ? "parent-gone"
      : undefined;
  }
  return undefined;
}
