import { setTimeout as sleep } from "node:timers/promises";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { lookFromOutside } from "#tests/given/commits.ts";
import { openTestFile } from "#tests/given/database.ts";
import { canMount, mountDisk } from "#tests/given/disks.ts";
import { copyMigratedFile } from "#tests/setup/migrated-database.ts";
import { insertJob, readKinds } from "#tests/given/written-jobs.ts";

const inTransaction = (db: Db, kind: string) =>
  db.transaction().execute((trx) => insertJob(trx, kind));

/** Words of no attachment, which SQLite looks for only when it commits. */
async function insertOrphan(trx: Db) {
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  await trx
    .insertInto("attachment_texts")
    .values({ attachment_id: 1, text: "", is_truncated: 0, extracted_at: "" })
    .execute();
}

test("a commit that fails fails for all of its group, keeps nothing, and the next is made", async () => {
  const { db, file } = openTestFile();
  const kindsOutside = lookFromOutside(file);
  const refusals = await Promise.all(
    [
      inTransaction(db, "before"),
      db.transaction().execute(insertOrphan),
      insertJob(db, "after"),
    ].map((writing) => writing.catch((error: unknown) => error)),
  );
  for (const refusal of refusals) {
    expect(refusal).toBeInstanceOf(CannotSaveError);
    expect(refusal).toMatchObject({
      reason: "disk",
      code: "SQLITE_CONSTRAINT_FOREIGNKEY",
    });
  }
  expect(kindsOutside()).toEqual([]);
  await Promise.all([inTransaction(db, "next"), insertJob(db, "last")]);
  expect(kindsOutside()).toEqual(["next", "last"]);
});

test("after a commit that failed those who wait are let in one by one, as ever", async () => {
  const { db, file } = openTestFile();
  const broken = db.transaction().execute(insertOrphan);
  const whole = Array.from({ length: 63 }, (_, index) =>
    inTransaction(db, `whole-${index}`),
  );
  const next = [1, 2, 3, 4, 5, 6].map((number) =>
    db.transaction().execute(async (trx) => {
      await insertJob(trx, `next-${number}`);
      await sleep(1);
      if (number % 2 === 0) throw new Error("broken off");
      expect((await readKinds(trx)).at(-1)).toBe(`next-${number}`);
    }),
  );
  const outcomes = await Promise.allSettled([broken, ...whole, ...next]);
  const statuses = outcomes.map((outcome) => outcome.status);
  expect(statuses.slice(0, 64)).not.toContain("fulfilled");
  expect(statuses.slice(64).join()).toBe(
    "fulfilled,rejected,fulfilled,rejected,fulfilled,rejected",
  );
  expect(lookFromOutside(file)()).toEqual(["next-1", "next-3", "next-5"]);
});

test.each([
  ["goes on", (trx: Db) => insertJob(trx, "goes on")],
  ["ends as if nothing were", async () => {}],
])(
  "where SQLite takes everything back by itself, all before are told, and who %s keeps nothing",
  async (_what, goOn) => {
    const { db } = openTestFile();
    const limitPages = (count: number) =>
      sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);
    await limitPages(1);
    const outcomes = await Promise.allSettled([
      inTransaction(db, "before"),
      db.transaction().execute(async (trx) => {
        await insertJob(trx, "x".repeat(100_000)).catch(() => undefined);
        await goOn(trx);
      }),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: {
          name: "CannotSaveError",
          reason: "disk",
          code: "SQLITE_FULL",
        },
      });
    await limitPages(1_000_000);
    expect(await readKinds(db)).toEqual([]);
    await inTransaction(db, "later");
    expect(await readKinds(db)).toEqual(["later"]);
  },
);

test.skipIf(!canMount)(
  "a disk that is full when a group is committed is told to all of it, and none of it is kept (needs root, to mount one)",
  async () => {
    const folder = mountDisk(6);
    const file = path.join(folder, "heard.sqlite");
    copyMigratedFile(file);
    const db = openDatabase({ file });
    onTestFinished(() => db.destroy());
    await insertJob(db, "earlier");
    const filler = path.join(folder, "filler");
    expect(() => writeFileSync(filler, Buffer.alloc(8_000_000))).toThrow(
      "ENOSPC",
    );
    const writeAll = (text: string) =>
      Promise.allSettled([
        inTransaction(db, `one ${text}`),
        insertJob(db, `two ${text}`),
        inTransaction(db, `three ${text}`),
      ]);
    const refused = await writeAll("x".repeat(50_000));
    for (const outcome of refused)
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { name: "CannotSaveError", reason: "disk" },
      });
    expect(await readKinds(db)).toEqual(["earlier"]);
    rmSync(filler);
    const saved = await writeAll("");
    expect(saved.map((outcome) => outcome.status)).not.toContain("rejected");
    const kinds = ["earlier", "one ", "two ", "three "];
    expect(lookFromOutside(file)()).toEqual(kinds);
  },
);
