import { expect, onTestFinished } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { openTestDatabase } from "./database.ts";

/**
 * One database that two servers have open, and a way to do something on both at
 * once; whatever it was, the chain of events holds afterwards.
 */
export async function givenTwoServers() {
  const { db, place } = openTestDatabase();
  await db.selectFrom("jobs").select("id").execute();
  const other = openDatabase(place);
  onTestFinished(() => other.destroy());
  await warm([db, db, other, other]);
  return {
    db,
    other,
    async atOnce<Result>(
      ...works: ((db: Db) => Promise<Result>)[]
    ): Promise<Result[]> {
      const results = await Promise.all(
        works.map((work, index) => work(index % 2 === 0 ? db : other)),
      );
      expect(await verifyChain(db)).toMatchObject({ ok: true });
      return results;
    },
  };
}

/** Who has to open a connection first comes too late to meet the others. */
async function warm(servers: Db[]) {
  await Promise.all(
    servers.map((db) =>
      db
        .transaction()
        .execute((trx) => trx.selectFrom("jobs").select("id").execute()),
    ),
  );
}

/** The same, so many times. */
export const times = <Work>(count: number, work: Work): Work[] =>
  Array.from({ length: count }, () => work);

/** How many events of a type were written. */
export async function countEvents(db: Db, type: string): Promise<number> {
  const rows = await db
    .selectFrom("events")
    .select("id")
    .where("type", "=", type)
    .execute();
  return rows.length;
}
