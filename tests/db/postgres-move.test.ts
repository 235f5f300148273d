import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { digestTables } from "#app/db/compare-tables.server.ts";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import { responseMatches } from "#app/db/search.server.ts";
import { readTableShapes } from "#app/db/table-shapes.server.ts";
import {
  findEndOfMove,
  thawSource,
} from "#app/domain/keeping/ends-of-move.server.ts";
import { type Move, movePortal } from "#app/domain/keeping/move.server.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { type FullPortal, givenFullPortal } from "#tests/given/every-table.ts";

const move: Move = {
  mark: "this move",
  now: new Date("2026-11-26T09:00:00Z"),
  tell: () => undefined,
};

/** Each column without a value in any row, and each table without rows. */
async function listEmptyColumns(db: Db): Promise<string[]> {
  const empty: string[] = [];
  for (const { name, columns } of await readTableShapes(db))
    for (const column of columns) {
      const { rows } = await sql`select 1 as found from ${sql.table(name)}
        where ${sql.ref(column)} is not null limit 1`.execute(db);
      if (rows.length === 0) empty.push(`${name}.${column}`);
    }
  return empty;
}

async function found(db: Db, word: string): Promise<number[]> {
  const rows = await db
    .selectFrom("responses")
    .select("id")
    .where(responseMatches(db, { on: "words", term: word }))
    .execute();
  return rows.map(({ id }) => id);
}

test("every column of every table is moved to the other engine and back, to the letter", async () => {
  const from = await givenFullPortal();
  expect(await listEmptyColumns(from.db)).toEqual([]);
  const there = openTestDatabase().db;
  const report = await movePortal(from, { db: there }, move);
  const before = await digestTables(from.db, () => undefined);
  expect(report.database?.tables).toEqual(before);
  expect([...before.values()].every(({ rowCount }) => rowCount > 0)).toBe(true);
  expect(report.database?.chain).toMatchObject({ ok: true });
  const staff = there.selectFrom("staff").select("createdAt");
  const { createdAt } = await staff.executeTakeFirstOrThrow();
  expect(createdAt instanceof Date).toBe(engineOf(there) === "postgres");
  const back = openTestFile().db;
  await movePortal({ ...from, db: there }, { db: back }, move);
  expect(await digestTables(back, () => undefined)).toEqual(before);
  for (const db of [there, back]) {
    expect(await found(db, "lighthouse")).toEqual(
      await found(from.db, "lighthouse"),
    );
    expect(await found(db, "lighthouse")).toHaveLength(1);
  }
  // Whoever is next has an id that nobody has.
  await givenDraft(back, { call: await givenCall(back) });
  await expect(givenDraft(there)).rejects.toMatchObject({
    code: "DATABASE_FROZEN",
  });
  await thawSource(there);
  const { draft } = await givenDraft(there);
  expect(draft.id).toBe(901);
});

describe("the database that is left", () => {
  test("takes no writing any more, in words, until it is taken back", async () => {
    const from = await givenFullPortal();
    const to = openTestDatabase().db;
    await movePortal({ ...from, db: from.db }, { db: to }, move);
    await expect(givenResponse(from.db)).rejects.toMatchObject({
      reason: "away",
      code: "DATABASE_FROZEN",
    });
    await givenResponse(to);
    expect(await findEndOfMove(to)).toBeUndefined();
    expect(await findEndOfMove(from.db)).toEqual({
      side: "source",
      finishedAt: move.now.toISOString(),
    });
    await thawSource(from.db);
    await givenResponse(from.db);
    await expect(thawSource(from.db)).rejects.toMatchObject({
      problem: { reason: "nothing-to-take-back" },
    });
  });
});

/** A move that is cut off after so many batches. */
async function cutOff(
  places: { from: FullPortal; to: Db },
  after: number,
): Promise<number> {
  let count = 0;
  const cut = movePortal(
    places.from,
    { db: places.to },
    {
      ...move,
      mark: `mark ${after}`,
      tell: () => {
        if ((count += 1) > after) throw new Error("cut off");
      },
    },
  );
  await cut.catch((error: unknown) =>
    expect(String(error)).toContain("cut off"),
  );
  return count;
}

test("cut off after whichever batch, it goes on where it was, and nothing comes twice", async () => {
  const from = await givenFullPortal();
  const to = openTestDatabase().db;
  let rounds = 0;
  while ((await cutOff({ from, to }, rounds)) > rounds) {
    rounds += 4;
    if ((await findEndOfMove(to))?.side !== "target") break;
  }
  expect(rounds).toBeGreaterThan(20);
  expect(await digestTables(to, () => undefined)).toEqual(
    await digestTables(from.db, () => undefined),
  );
  expect(await findEndOfMove(to)).toBeUndefined();
});

test("of two moves at once one goes on and one is told, and nothing comes twice", async () => {
  const from = await givenFullPortal();
  const to = openTestDatabase().db;
  const both = await Promise.allSettled(
    ["one", "other"].map((mark) =>
      movePortal(from, { db: to }, { ...move, mark }),
    ),
  );
  const refused = both.filter((one) => one.status === "rejected");
  // By its mark or by the rows that are there already: which of them it meets first is a matter of turns.
  const told = expect.stringMatching(/^(moved-meanwhile|target-not-empty)$/);
  expect(refused).toMatchObject([{ reason: { problem: { reason: told } } }]);
  expect(await digestTables(to, () => undefined)).toEqual(
    await digestTables(from.db, () => undefined),
  );
});

describe("a target that is refused", () => {
  test("one that is not empty, another move's, or that of an older program; and the source goes on", async () => {
    const from = await givenFullPortal();
    const used = openTestDatabase().db;
    await givenCall(used);
    await expect(movePortal(from, { db: used }, move)).rejects.toMatchObject({
      problem: { reason: "target-not-empty", table: "events" },
    });
    const halfway = openTestDatabase().db;
    const another = await givenFullPortal();
    await cutOff({ from: another, to: halfway }, 3);
    await expect(movePortal(from, { db: halfway }, move)).rejects.toMatchObject(
      { problem: { reason: "target-not-empty", table: "moves" } },
    );
    await expect(
      movePortal({ ...from, db: halfway }, { db: openTestDatabase().db }, move),
    ).rejects.toMatchObject({ problem: { reason: "unfinished" } });
    const older = openTestFile().db;
    await sql`delete from kysely_migration where name like '20261126%'`.execute(
      older,
    );
    await expect(movePortal(from, { db: older }, move)).rejects.toMatchObject({
      problem: { reason: "target-other-schema" },
    });
    await givenResponse(from.db);
  });

  test("what changed on its way is told by the table, and the target is not released", async () => {
    const from = await givenFullPortal();
    const to = openTestDatabase().db;
    const told = movePortal(
      from,
      { db: to },
      {
        ...move,
        tell: (what, come, of) => {
          if (what === "notes" && come === of) spoiled = spoil(to);
        },
      },
    );
    let spoiled: Promise<unknown> | undefined;
    await expect(told).rejects.toMatchObject({
      problem: { reason: "differs", what: ["tags"] },
    });
    await spoiled;
    expect(await findEndOfMove(to)).toMatchObject({ side: "target" });
  });
});

async function spoil(db: Db) {
  await sql`update tags set definition = 'other' where id = 2`.execute(db);
}
