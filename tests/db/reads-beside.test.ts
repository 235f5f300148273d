import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { besideOthers } from "#app/db/reads-beside.server.ts";
import { readBeside } from "#app/tasks/read-beside.server.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";

test.skipIf(inject("postgres"))(
  "what looks through much of the database is read in a thread, which sees what was saved and can save nothing",
  async () => {
    const { db, file } = openTestFile();
    expect(besideOthers(db)).toBe(db);
    readBeside(db, { file });
    const beside = besideOthers(db);
    expect(beside).not.toBe(db);
    const tag = {
      ...{ name: "Housing", name_key: "housing", definition: "" },
      ...{ parent_id: null, created_by: null, retired_at: null },
      created_at: "2021-01-01T10:00:00.000Z",
    };
    const names = () => beside.selectFrom("tags").select("name").execute();
    expect(await names()).toEqual([]);
    await db.insertInto("tags").values(tag).execute();
    expect(await names()).toEqual([{ name: "Housing" }]);
    await expect(
      beside.insertInto("tags").values(tag).execute(),
    ).rejects.toThrow("does not return data");
    await db
      .transaction()
      .execute(async (trx) => expect(besideOthers(trx)).toBe(trx));

    const before = performance.eventLoopUtilization();
    const { rows } = await sql`
      with recursive numbers (n) as (
        select 1 union all select n + 1 from numbers where n < 2000000
      ) select count(*) as n from numbers`.execute(beside);
    expect(rows).toEqual([{ n: 2_000_000 }]);
    const { utilization } = performance.eventLoopUtilization(before);
    expect(utilization).toBeLessThan(0.5);
  },
);

test.runIf(inject("postgres"))(
  "a PostgreSQL reads in a process of its own already",
  () => {
    const { db } = openTestDatabase();
    readBeside(db, { url: "postgres://nowhere" });
    expect(besideOthers(db)).toBe(db);
  },
);
