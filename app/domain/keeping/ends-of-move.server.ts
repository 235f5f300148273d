import type { MoveSide } from "#app/db/column-values.ts";
import { freezeTables, thawTables } from "#app/db/freeze.server.ts";
import {
  listMigrations,
  migrateToLatest,
  selectMigrationsRun,
} from "#app/db/migrate.server.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";
import { countRows } from "#app/db/table-rows.server.ts";
import { readTableShapes } from "#app/db/table-shapes.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import {
  deleteMove,
  finishMove,
  insertMove,
  selectMove,
} from "./moves.queries.server.ts";

/** A move that a database is one end of: nobody else is to work on it. */
export type EndOfMove = { side: MoveSide; finishedAt: string | null };

/** Undefined where the database is no end of a move, as nearly always. */
export async function findEndOfMove(db: Db): Promise<EndOfMove | undefined> {
  const move = await selectMove(db);
  return move && { side: move.side, finishedAt: move.finished_at };
}

/**
 * Whether rows may be moved there: the same migrations have run on both, and it
 * is empty, or has what came of the same move until it was cut off.
 *
 * @throws a KeepingError where they may not.
 */
export async function assertMayBeTarget(from: Db, to: Db): Promise<void> {
  const [here, there] = [
    await selectMigrationsRun(from),
    await selectMigrationsRun(to),
  ];
  const other =
    here.find((name) => !there.includes(name)) ??
    there.find((name) => !here.includes(name));
  if (other !== undefined)
    throw new KeepingError({ reason: "target-other-schema", migration: other });
  const source = await selectMove(from);
  if (source && (await isTargetOf(to, source))) return;
  if (source && !(await isEmpty(to))) refuseMoved(source);
  await assertEmpty(to);
}

/** @throws a KeepingError where it was moved away: it is not to be written to again. */
export async function assertNotMoved(from: Db): Promise<void> {
  const move = await selectMove(from);
  if (move?.side === "source") refuseMoved(move);
}

function refuseMoved({ finished_at: finishedAt }: Row<"moves">): void {
  if (finishedAt !== null)
    throw new KeepingError({ reason: "moved-already", finishedAt });
}

/**
 * Gives tables to a database that is to take rows. What was cut off while they
 * were made goes on; where there are rows they are left as they are.
 *
 * @returns whether any were made.
 */
export async function makeTables(to: Db): Promise<boolean> {
  const [run, known] = [await selectMigrationsRun(to), await listMigrations()];
  const isBeginning = run.every((name, index) => name === known[index]);
  const isWhole = run.length === known.length;
  if (!isBeginning || isWhole || !(await isEmpty(to))) return false;
  await migrateToLatest(to);
  return true;
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await findFilled(db, await readTableShapes(db))) === undefined;
}

/** The first of some tables that has rows. */
async function findFilled(db: Db, tables: { name: string }[]) {
  for (const { name } of tables) {
    const rowCount = await countRows(db, { name });
    if (rowCount > 0) return { table: name, rowCount };
  }
  return undefined;
}

async function isTargetOf(
  db: Db,
  { mark }: { mark: string },
): Promise<boolean> {
  const move = await selectMove(db);
  return move?.side === "target" && move.mark === mark;
}

/** @throws a KeepingError that names the first table with rows. */
export async function assertEmpty(db: Db): Promise<void> {
  const tables = [{ name: "moves" }, ...(await readTableShapes(db))];
  const filled = await findFilled(db, tables);
  if (filled) throw new KeepingError({ reason: "target-not-empty", ...filled });
}

/**
 * From when it resolves nobody writes to the database any more, in whichever
 * process, and after a fall of this one too.
 *
 * @param begin.mark of a move that begins; one that goes on has its own.
 * @returns the mark of the move.
 */
export async function freezeSource(
  db: Db,
  begin: { mark: string; now: Date },
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const move = await selectMove(trx);
    if (move?.side === "target")
      throw new KeepingError({ reason: "unfinished" });
    if (move) return move.mark;
    await freezeTables(trx);
    await insertMove(trx, rowOf("source", begin));
    return begin.mark;
  });
}

/**
 * Until the move ends no server starts there.
 *
 * @throws a KeepingError where there are rows by now: the same move has been
 *   ended by another process, and people may be at work.
 */
export async function claimTarget(
  db: Db,
  begin: { mark: string; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (await isTargetOf(trx, begin)) return;
    await assertEmpty(trx);
    await insertMove(trx, rowOf("target", begin));
  });
}

/** @throws a KeepingError where another process has ended the move. */
export async function assertStillTarget(
  trx: Trx,
  begin: { mark: string },
): Promise<void> {
  if (!(await isTargetOf(trx, begin)))
    throw new KeepingError({ reason: "moved-meanwhile" });
}

/**
 * The source first: where the second step is not made, the move is done once more and nobody writes to either.
 *
 * @throws a KeepingError where the source was taken back: what was written there since is not in the target.
 */
export async function releaseTarget(
  from: Db,
  to: Db,
  move: { mark: string; now: Date },
): Promise<void> {
  if (!(await finishMove(from, move)))
    throw new KeepingError({ reason: "taken-back" });
  await deleteMove(to);
}

/**
 * Lets a database be written to again that was moved away, or was to be.
 *
 * @throws a KeepingError where it was not.
 */
export async function thawSource(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const move = await selectMove(trx);
    if (move?.side !== "source")
      throw new KeepingError({ reason: "nothing-to-take-back" });
    await thawTables(trx);
    await deleteMove(trx);
  });
}

function rowOf(side: MoveSide, { mark, now }: { mark: string; now: Date }) {
  return {
    id: 1,
    side,
    mark,
    begun_at: now.toISOString(),
    finished_at: null,
  };
}
