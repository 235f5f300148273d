import path from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { digestTables } from "#app/db/compare-tables.server.ts";
import type { Db } from "#app/db/schema.ts";
import { listMigrations } from "#app/db/migrate.server.ts";
import { makeBackup } from "#app/domain/keeping/backup.server.ts";
import { findEndOfMove } from "#app/domain/keeping/ends-of-move.server.ts";
import { movePortal } from "#app/domain/keeping/move.server.ts";
import { restoreBackup } from "#app/domain/keeping/restore.server.ts";
import {
  backUp,
  emptyPlaces,
  givenPortal,
  listThere,
  lock,
  passphrase,
} from "#tests/given/backups.ts";
import {
  makeTestFolder,
  openTestDatabase,
  openTestFile,
} from "#tests/given/database.ts";

const tell = () => undefined;
const move = { mark: "this move", now: new Date("2026-11-26T09:00:00Z"), tell };
const isLost = { name: "CannotSaveError", reason: "away", code: "57P01" };

/** One that is there: a test's own is made when it is first asked something. */
async function givenPostgres() {
  const opened = openTestDatabase();
  await opened.db.selectFrom("events").select("id").execute();
  if (!("url" in opened.place)) throw new Error("This is for PostgreSQL");
  return { db: opened.db, url: opened.place.url, place: opened.place };
}

/** Other tests wait for locks of their own on the same server. */
const waiting = `from pg_locks join pg_database on pg_database.oid = database
  where datname = current_database() and locktype = 'relation' and not granted`;

/** Who reads goes on, and who writes stops; or nobody goes on. */
type Mode = "exclusive" | "access exclusive";

/** Ends the connection of whoever works on the database, when the work has come to the table. */
async function loseAt(
  [table, mode]: [table: string, mode: Mode],
  url: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const operator = new pg.Client(url);
  await operator.connect();
  await operator.query(`begin; lock table ${table} in ${mode} mode`);
  const ended = work().catch((error: unknown) => error);
  const countWaiting = async () => {
    const { rows } = await operator.query<{ waiting: number }>(
      `select count(*)::int as waiting ${waiting}`,
    );
    return rows[0]?.waiting;
  };
  await expect.poll(countWaiting, { interval: 20 }).toBeGreaterThan(0);
  await operator.query(`select pg_terminate_backend(pid) ${waiting}`);
  const error = await ended;
  await operator.end();
  return error;
}

const digest = (db: Db) => digestTables(db, tell);

describe("where PostgreSQL ends a connection in the middle", () => {
  test("a move to it goes on when it is called again", async () => {
    const from = await givenPortal();
    const to = await givenPostgres();
    const moveAll = () => movePortal(from, { db: to.db }, move);
    expect(
      await loseAt(["answers", "exclusive"], to.url, moveAll),
    ).toMatchObject(isLost);
    expect((await digest(to.db)).get("responses")?.rowCount).toBe(1);
    await moveAll();
    expect(await digest(to.db)).toEqual(await digest(from.db));
  });

  test("so does one from it, and what it leaves is as it was", async () => {
    const portal = await givenPortal();
    const from = await givenPostgres();
    await movePortal(portal, { db: from.db }, move);
    const to = openTestFile().db;
    const moveAll = () =>
      movePortal({ ...portal, db: from.db }, { db: to }, move);
    expect(
      await loseAt(["moves", "exclusive"], from.url, moveAll),
    ).toMatchObject(isLost);
    expect(await findEndOfMove(from.db)).toBeUndefined();
    await moveAll();
    expect(await digest(to)).toEqual(await digest(portal.db));
  });

  test("no backup is made, and the next is", async () => {
    const portal = await givenPortal();
    const { db, url, place } = await givenPostgres();
    await movePortal(portal, { db }, move);
    const folder = makeTestFolder();
    const backUpAll = () =>
      makeBackup(
        { ...portal, db, place, workFolder: path.join(folder, "work") },
        {
          ...{ to: path.join(folder, "a.tar.age"), lock, tell },
          ...{ program: "0.1.0", secret: "s", now: new Date() },
        },
      );
    expect(
      await loseAt(["answers", "access exclusive"], url, backUpAll),
    ).toMatchObject(isLost);
    expect(listThere(folder)).toEqual([]);
    await backUpAll();
    expect(listThere(folder)).toEqual(["a.tar.age"]);
  });

  test("nothing is restored, and the next time all of it is", async () => {
    const portal = await givenPortal();
    const { to: from } = await backUp(portal);
    const { db, url, place } = await givenPostgres();
    const { uploadsFolder } = emptyPlaces();
    const migrations = await listMigrations();
    const restoreAll = () =>
      restoreBackup({
        ...{ from, opener: { passphrase }, migrations, tell },
        to: { database: place, uploadsFolder },
      });
    expect(
      await loseAt(["answers", "exclusive"], url, restoreAll),
    ).toMatchObject(isLost);
    expect((await digest(db)).get("responses")?.rowCount).toBe(0);
    expect(listThere(uploadsFolder)).toEqual([]);
    await restoreAll();
    expect(await digest(db)).toEqual(await digest(portal.db));
  });
});
