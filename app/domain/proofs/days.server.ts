import type { Db, Trx } from "#app/db/schema.ts";
import { londonDay, londonTimeToUtc } from "../calls/london-time.ts";
import { type Signing, takeSigningKey } from "./keys.server.ts";
import {
  blockLeaves,
  blockRoots,
  pathTo,
  rootOf,
} from "./merkle-tree.server.ts";
import {
  type DayRow,
  insertDay,
  type LeafRow,
  placeLeavesInDay,
  selectDay,
  selectDays,
  selectEarliestWithoutDay,
  selectLeavesOfDay,
  selectLeavesWithoutDay,
} from "./proofs.queries.server.ts";
import { type DayRoot, type ReceiptFile, signedForm } from "./receipt-file.ts";
import { signForm } from "./signing-key.server.ts";

/**
 * Makes the root of every day of London that is over and has none, from the day of
 * the first receipt on, those without a receipt too. A root is made once: what
 * is committed late stands in the next day.
 *
 * @returns how many were made.
 */
export async function makeDayRoots(db: Db, signing: Signing): Promise<number> {
  const today = londonDay(signing.now);
  const [last] = await selectDays(db, 1);
  const earliest = await selectEarliestWithoutDay(db);
  let day = last
    ? dayAfter(last.day)
    : earliest && londonDay(new Date(earliest));
  let made = 0;
  for (; day && day < today; day = dayAfter(day)) {
    if (await makeDayRoot(db, day, signing)) made += 1;
  }
  return made;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function endOf(day: string): string {
  const [year = 0, month = 1, of = 1] = dayAfter(day).split("-").map(Number);
  const midnight = { year, month, day: of, hour: 0, minute: 0 };
  return londonTimeToUtc(midnight).toISOString();
}

async function makeDayRoot(
  db: Db,
  day: string,
  signing: Signing,
): Promise<boolean> {
  const before = endOf(day);
  return db.transaction().execute(async (trx) => {
    const rows = await selectLeavesWithoutDay(trx, before);
    const leaves = rows.map(({ leaf }) => leaf);
    if (!(await writeDay(trx, { day, leaves, signing }))) return false;
    const placed = await placeLeavesInDay(trx, { day, before });
    if (placed !== leaves.length)
      throw new Error("A receipt came into a day while its root was made");
    return true;
  });
}

async function writeDay(
  trx: Trx,
  { day, leaves, signing }: { day: string; leaves: string[]; signing: Signing },
): Promise<boolean> {
  const key = await takeSigningKey(trx, signing);
  const blocks = blockRoots(leaves);
  const root = rootOf(blocks);
  const form = signedForm({ day: { day, count: leaves.length, root } });
  return insertDay(trx, {
    day,
    leaf_count: leaves.length,
    root,
    block_roots: JSON.stringify(blocks),
    kid: key.kid,
    signature: signForm(key, form).value,
    made_at: signing.now.toISOString(),
  });
}

/** The roots of all days, the newest first: of them all, or so many. */
export async function selectDayRoots(
  db: Db,
  limit?: number,
): Promise<DayRoot[]> {
  return (await selectDays(db, limit)).map(toRoot);
}

function toRoot(row: Pick<DayRow, "day" | "leaf_count" | "root">): DayRoot {
  return { day: row.day, count: row.leaf_count, root: row.root };
}

export type PlacedLeaf = Pick<LeafRow, "in_day" | "position">;

/** How a receipt stands in the root of its day; undefined until the day is over and its root made. */
export async function readInclusion(
  db: Db,
  { in_day: day, position }: PlacedLeaf,
): Promise<ReceiptFile["inclusion"]> {
  const row = day === null ? undefined : await selectDay(db, day);
  if (!row || position === null) return undefined;
  const block = Math.floor(position / blockLeaves);
  const leaves = await selectLeavesOfDay(db, {
    day: row.day,
    from: block * blockLeaves,
    count: blockLeaves,
  });
  const blocks = JSON.parse(row.block_roots) as string[];
  return {
    ...toRoot(row),
    position,
    path: [...pathTo(leaves, position % blockLeaves), ...pathTo(blocks, block)],
    signature: { kid: row.kid, value: row.signature },
  };
}
