import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { digestTables } from "#app/db/compare-tables.server.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import {
  listMigrations,
  migrateAs,
  selectMigrationsRun,
} from "#app/db/migrate.server.ts";
import {
  claimTarget,
  findEndOfMove,
  makeTables,
  releaseTarget,
  thawSource,
} from "#app/domain/keeping/ends-of-move.server.ts";
import { type Move, movePortal } from "#app/domain/keeping/move.server.ts";
import { moveFiles } from "#app/domain/keeping/move-files.server.ts";
import { deleteMove } from "#app/domain/keeping/moves.queries.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { givenPortal } from "#tests/given/backups.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { makeTestFolder, openTestFile } from "#tests/given/database.ts";
import { storedPath } from "#tests/given/files.ts";
import { givenFolderStore, keepBytesIn, listIds } from "#tests/given/stores.ts";

const move: Move = {
  mark: "this move",
  now: new Date("2026-11-26T09:00:00Z"),
  tell: () => undefined,
};

async function emptied<
  Given extends Awaited<ReturnType<typeof givenFolderStore>>,
>(given: Given): Promise<Given> {
  for (const id of await listIds(given.store)) await given.store.remove(id);
  return given;
}

test("files are moved into a bucket and back into a folder, each read where it came", async () => {
  const portal = await givenPortal();
  const bucket = await emptied(await givenBucketStore());
  const there = await movePortal(portal, { store: bucket.store }, move);
  expect(there.files).toMatchObject({ fileCount: 2, lost: [] });
  expect((await listIds(bucket.store)).sort()).toEqual([...portal.ids].sort());
  const folder = await emptied(await givenFolderStore());
  const back = { db: portal.db, store: bucket.store };
  const report = await movePortal(back, { store: folder.store }, move);
  expect(report.files).toEqual(there.files);
  expect((await listIds(folder.store)).sort()).toEqual([...portal.ids].sort());
  // What they were moved from is as it was, and the database goes on.
  expect(await listIds(portal.store)).toHaveLength(3);
  expect(await findEndOfMove(portal.db)).toBeUndefined();
  await givenResponse(portal.db);
});

test("cut off, it goes on; what came otherwise is moved once more, what is lost is told", async () => {
  const portal = await givenPortal();
  const [first = "", second = ""] = portal.ids;
  const bucket = await emptied(await givenBucketStore());
  const cut = movePortal(
    portal,
    { store: bucket.store },
    {
      ...move,
      tell: () => {
        throw new Error("cut off");
      },
    },
  );
  await expect(cut).rejects.toThrow("cut off");
  expect(await findEndOfMove(portal.db)).toMatchObject({ side: "source" });
  await expect(givenResponse(portal.db)).rejects.toMatchObject({
    code: "DATABASE_FROZEN",
  });
  await movePortal(portal, { store: bucket.store }, move);
  await bucket.replace(first, Buffer.from("Other bytes.\n!!!"));
  await bucket.store.remove(second);
  rmSync(storedPath(portal.store, second));
  const report = await movePortal(portal, { store: bucket.store }, move);
  expect(report.files).toMatchObject({
    fileCount: 1,
    lost: [{ publicId: second, reason: "missing" }],
  });
  writeFileSync(storedPath(portal.store, first), "The second file!");
  await bucket.store.remove(first);
  const damaged = await movePortal(portal, { store: bucket.store }, move);
  expect(damaged.files?.lost).toContainEqual({
    publicId: first,
    reason: "damaged",
  });
  expect(await listIds(bucket.store)).toEqual([]);
});

test("a store that has somebody else's files is refused, and the database goes on", async () => {
  const portal = await givenPortal();
  const { store } = await emptied(await givenFolderStore());
  await keepBytesIn(store, Buffer.from("Somebody else's."));
  await expect(movePortal(portal, { store }, move)).rejects.toMatchObject({
    problem: { reason: "target-has-files", fileCount: 1 },
  });
  await givenResponse(portal.db);
});

test("one that fails has ended in every lane before it is told: nothing comes after", async () => {
  const portal = await givenPortal();
  const { store, bucket } = await emptied(await givenBucketStore());
  const { draft } = await givenDraft(portal.db);
  for (let count = 0; count < 8; count += 1) {
    const bytes = Buffer.from(`File ${count}.`);
    await givenDraftFile(portal.db, portal.store, { draftId: draft.id, bytes });
  }
  bucket.troubles.push({ to: "PUT", does: "answer", status: 403 });
  const stores = { from: portal.store, to: store };
  await expect(
    moveFiles(portal.db, stores, { tell: () => undefined }),
  ).rejects.toMatchObject({ reason: "refused" });
  const asked = bucket.asked.length;
  await sleep(200);
  expect(bucket.asked).toHaveLength(asked);
});

test("files alone do not make a database writable that was moved away", async () => {
  const portal = await givenPortal();
  await movePortal(portal, { db: openTestFile().db }, move);
  const { store } = await emptied(await givenFolderStore());
  await expect(movePortal(portal, { store }, move)).rejects.toMatchObject({
    problem: { reason: "moved-already" },
  });
  await expect(givenResponse(portal.db)).rejects.toMatchObject({
    code: "DATABASE_FROZEN",
  });
});

describe("a file to go to", () => {
  test("whose tables were cut off half way gets the rest of them; one in use is left as it is", async () => {
    const to = openDatabase({ file: path.join(makeTestFolder(), "a.sqlite") });
    const known = await listMigrations();
    await migrateAs(to, known.slice(0, 5));
    expect(await makeTables(to)).toBe(true);
    expect(await selectMigrationsRun(to)).toEqual(known);
    expect(await makeTables(to)).toBe(false);
    await to.destroy();
    const used = openTestFile().db;
    await givenCall(used);
    await sql`delete from kysely_migration where name = ${known.at(-1)}`.execute(
      used,
    );
    expect(await makeTables(used)).toBe(false);
    expect(await selectMigrationsRun(used)).toEqual(known.slice(0, -1));
  });

  test("whose disk is full in the middle goes on when there is room", async () => {
    const portal = await givenPortal();
    const to = openTestFile().db;
    const leave = (pages: number) =>
      sql`pragma max_page_count = ${sql.lit(pages)}`.execute(to);
    await leave(1);
    await expect(movePortal(portal, { db: to }, move)).rejects.toMatchObject({
      code: "SQLITE_FULL",
    });
    await leave(1_000_000);
    const report = await movePortal(portal, { db: to }, move);
    expect(report.database?.tables).toEqual(
      await digestTables(portal.db, () => undefined),
    );
  });
});

describe("while a move runs", () => {
  /** Does something between two of its steps. */
  const meanwhile = (work: () => Promise<unknown>) => {
    let done: Promise<unknown> | undefined;
    const tell = (what: string) => {
      if (what === "compared") done ??= work();
    };
    return { tell, isDone: () => done };
  };

  test("its source is not taken back without its noticing: what is written then would be lost", async () => {
    const portal = await givenPortal();
    const to = openTestFile().db;
    const { tell, isDone } = meanwhile(() => thawSource(portal.db));
    await expect(
      movePortal(portal, { db: to }, { ...move, tell }),
    ).rejects.toMatchObject({ problem: { reason: "taken-back" } });
    await isDone();
    expect(await findEndOfMove(to)).toMatchObject({ side: "target" });
    await givenResponse(portal.db);
  });

  test("another one that has ended is not written over: people work there by now", async () => {
    const portal = await givenPortal();
    const to = openTestFile().db;
    let first: Promise<unknown> | undefined;
    const second = movePortal(
      portal,
      { db: to },
      {
        ...move,
        tell: (what) => {
          // The first releases the target while the second is still at it.
          if (what === "answers") first ??= releaseTarget(portal.db, to, move);
        },
      },
    );
    await expect(second).rejects.toMatchObject({
      problem: { reason: "moved-meanwhile" },
    });
    await first;
    expect(await findEndOfMove(to)).toBeUndefined();
  });

  test("a target that people work in already is not claimed once more", async () => {
    const portal = await givenPortal();
    const to = openTestFile().db;
    await claimTarget(to, move);
    await releaseTarget(portal.db, to, move).catch(() => undefined);
    await deleteMove(to);
    await givenResponse(to);
    await expect(claimTarget(to, move)).rejects.toMatchObject({
      problem: { reason: "target-not-empty" },
    });
    expect(await findEndOfMove(to)).toBeUndefined();
  });

  test("what it leaves is not where it goes", async () => {
    const empty = { db: openTestFile().db, ...(await givenFolderStore()) };
    await expect(
      movePortal(empty, { db: empty.db }, move),
    ).rejects.toMatchObject({ problem: { reason: "target-not-empty" } });
    await thawSource(empty.db);
    await givenResponse(empty.db);
  });
});
