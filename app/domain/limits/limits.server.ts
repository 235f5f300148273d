import type { Db } from "#app/db/schema.ts";
import {
  addToCount,
  deleteCount,
  deleteEndedCounts,
  selectCount,
  takeFromCount,
} from "./limits.queries.server.ts";

/** So many uses in a window of time, which begins with the first of them. */
export type Limit = {
  /** Whose uses of what: a keyed hash where it stands for a person or a network. */
  key: string;
  most: number;
  windowSeconds: number;
};

export type Counted = { ok: true } | { ok: false; waitSeconds: number };

/**
 * Counts a use of something that has a limit. The count stands in the database,
 * so that it survives a restart and holds for all servers together. A use that
 * is refused writes nothing: whoever goes on trying does not keep the disk busy.
 *
 * @param by how many uses at once.
 */
export async function countUse(
  db: Db,
  { by = 1, now, ...limit }: Limit & { now: Date; by?: number },
): Promise<Counted> {
  const before = await readUses(db, { ...limit, now });
  if (!before.ok) return { ok: false, waitSeconds: before.waitSeconds };
  const { count, ends_at } = await addToCount(db, {
    key: limit.key,
    by,
    now: now.toISOString(),
    endsAt: endOf(limit, now).toISOString(),
  });
  if (count <= limit.most) return { ok: true };
  return { ok: false, waitSeconds: secondsUntil(ends_at, now) };
}

/**
 * Counts one use against several limits, or against none of them where one is
 * reached: what is refused takes nothing from the others.
 */
export async function countUseOfEach(
  db: Db,
  limits: Limit[],
  now: Date,
): Promise<Counted> {
  for (const count of [readUses, countUse])
    for (const limit of limits) {
      const counted = await count(db, { ...limit, now });
      if (!counted.ok) return counted;
    }
  return { ok: true };
}

/** Whether the limit is reached, without counting; and how many uses stand against it. */
export async function readUses(
  db: Db,
  { now, ...limit }: Limit & { now: Date },
): Promise<Counted & { used: number }> {
  const row = await selectCount(db, limit.key);
  const isRunning =
    row !== undefined &&
    row.ends_at > now.toISOString() &&
    row.ends_at <= endOf(limit, now).toISOString();
  if (!isRunning) return { ok: true, used: 0 };
  const used = row.count;
  if (used < limit.most) return { ok: true, used };
  return { ok: false, used, waitSeconds: secondsUntil(row.ends_at, now) };
}

/** Takes one use back that turned out not to count. */
export async function giveBackUse(db: Db, key: string): Promise<void> {
  await takeFromCount(db, key);
}

export async function forgetUses(db: Db, key: string): Promise<void> {
  await deleteCount(db, key);
}

/** Housekeeping: what is over is kept no longer than it serves. */
export async function forgetEndedCounts(db: Db, now: Date): Promise<void> {
  await deleteEndedCounts(db, now.toISOString());
}

function endOf({ windowSeconds }: Limit, now: Date): Date {
  return new Date(now.getTime() + windowSeconds * 1_000);
}

function secondsUntil(endsAt: string, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(endsAt) - now.getTime()) / 1_000));
}
