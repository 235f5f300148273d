import { sql } from "kysely";
import {
  differingTables,
  digestTables,
  type TableDigest,
} from "./compare-tables.server.ts";
import { type DatabasePlace, openDatabase } from "./connection.server.ts";
import { copyTables } from "./copy-tables.server.ts";
import { engineOf } from "./engine.server.ts";
import { migrateAs, selectMigrationsRun } from "./migrate.server.ts";
import type { Db, Trx } from "./schema.ts";
import { copySqlite, leaveInOneFile } from "./sqlite-copy.server.ts";
import { countRows } from "./table-rows.server.ts";
import { readTableShapes } from "./table-shapes.server.ts";

type Tell = (part: number) => void;

/** What came is not what was there. */
export class CopyDiffersError extends Error {
  override name = "CopyDiffersError";

  constructor(readonly tables: string[]) {
    super(`The copy has other rows in ${tables.join(", ")}`);
  }
}

/**
 * Copies a database as it is at one moment, while others write to it, into a
 * SQLite file, whichever engine it stands on; of a PostgreSQL every row is held
 * against what was read.
 *
 * @param to a file that is not there.
 * @param tell hears which part of it has been copied; what it throws ends the copy.
 */
export async function copyDatabase(
  from: { db: Db; place: DatabasePlace },
  to: string,
  tell: Tell,
): Promise<void> {
  if ("file" in from.place) return copySqlite(from.place.file, to, tell);
  const file = openDatabase({ file: to });
  try {
    await migrateAs(file, await selectMigrationsRun(from.db));
    await from.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((moment) =>
        file.transaction().execute((trx) => copyAndCompare(moment, trx, tell)),
      );
  } finally {
    await file.destroy();
  }
  leaveInOneFile(to);
  tell(1);
}

/**
 * Copies every row into a database that has the same tables and no rows, all in
 * the caller's transaction or nothing.
 *
 * @throws a CopyDiffersError where it is not the same afterwards.
 */
export async function copyAndCompare(
  from: Db,
  trx: Trx,
  tell: Tell,
): Promise<Map<string, TableDigest>> {
  for (const db of [from, trx]) await letStandIdle(db);
  const total = Math.max(1, await countAllRows(from));
  let [before, table] = [0, ""];
  let inTable = 0;
  await copyTables(from, trx, {
    tell(name, come) {
      if (name !== table) [before, table] = [before + inTable, name];
      inTable = come;
      // The rest is for the comparison.
      tell(Math.min(0.9, (0.9 * (before + come)) / total));
    },
  });
  const digests = await digestTables(from, () => tell(0.95));
  const there = await digestTables(trx, () => tell(0.99));
  const tables = differingTables(digests, there);
  if (tables.length > 0) throw new CopyDiffersError(tables);
  return digests;
}

/** All of one engine is read while the other's transaction waits: of a large portal longer than a server lets one stand. */
async function letStandIdle(trx: Db): Promise<void> {
  if (engineOf(trx) !== "postgres") return;
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
}

async function countAllRows(db: Db): Promise<number> {
  let sum = await countRows(db, { name: "response_search" });
  for (const shape of await readTableShapes(db))
    sum += await countRows(db, shape);
  return sum;
}
