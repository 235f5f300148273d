import { sql } from "kysely";
import { frozenMessage } from "./cannot-save.ts";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import { readTableShapes } from "./table-shapes.server.ts";

const changes = ["insert", "update", "delete"] as const;

/**
 * From when it is committed nobody writes to any table, in whichever process,
 * until the database is thawed; what was on its way has come in or not.
 */
export async function freezeTables(trx: Trx): Promise<void> {
  const isPostgres = engineOf(trx) === "postgres";
  const message = sql.lit(frozenMessage);
  const does = isPostgres
    ? sql`for each row execute function refuse(${message})`
    : sql`begin select raise(abort, ${message}); end`;
  for (const { trigger, change, table } of await listTriggers(trx))
    await sql`create trigger ${sql.ref(trigger)} before ${sql.raw(change)}
      on ${sql.table(table)} ${does}`.execute(trx);
}

export async function thawTables(trx: Trx): Promise<void> {
  const isPostgres = engineOf(trx) === "postgres";
  for (const { trigger, table } of await listTriggers(trx))
    await sql`drop trigger if exists ${sql.ref(trigger)}
      ${isPostgres ? sql`on ${sql.table(table)}` : sql``}`.execute(trx);
}

async function listTriggers(trx: Db) {
  return (await readTableShapes(trx)).flatMap(({ name: table }) =>
    changes.map((change) => ({
      trigger: `${table}_frozen_for_${change}`,
      change,
      table,
    })),
  );
}
