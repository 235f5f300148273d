import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { digestTables } from "#app/db/compare-tables.server.ts";
import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import { copyTables } from "#app/db/copy-tables.server.ts";
import { listMigrations } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { type Backup, makeBackup } from "#app/domain/keeping/backup.server.ts";
import { knowSecret } from "#app/domain/keeping/known-secret.server.ts";
import { moveFiles } from "#app/domain/keeping/move-files.server.ts";
import type { Destination } from "#app/domain/keeping/place-restored.server.ts";
import { restoreBackup } from "#app/domain/keeping/restore.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import {
  emptyPlaces,
  lock,
  passphrase,
  restore,
} from "#tests/given/backups.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { givenFullPortal } from "#tests/given/every-table.ts";
import { keepBytesIn, listIds } from "#tests/given/stores.ts";

const nobody = () => undefined;

async function givenEmptyBucket() {
  const bucket = await givenBucketStore();
  for (const id of await listIds(bucket.store)) await bucket.store.remove(id);
  return bucket;
}

/** One that is there: a test's own is made when it is first asked something. */
async function givenEmptyPostgres() {
  const { db, place } = openTestDatabase();
  await db.selectFrom("events").select("id").execute();
  return { db, place };
}

/** A portal with something in every column, on PostgreSQL, and its two files in a bucket. */
async function givenPortalElsewhere() {
  const { db: full, store: folder, ids } = await givenFullPortal();
  const [{ db, place }, { store }] = [
    openTestDatabase(),
    await givenEmptyBucket(),
  ];
  await copyTables(full, db, { tell: nobody });
  await moveFiles(full, { from: folder, to: store }, { tell: nobody });
  return { db, place, store, ids };
}

type Elsewhere = Omit<Awaited<ReturnType<typeof givenPortalElsewhere>>, "ids">;

async function backUp(portal: Elsewhere, options: Partial<Backup> = {}) {
  const folder = makeTestFolder();
  const to = path.join(folder, "a.tar.age");
  const workFolder = path.join(folder, "work");
  const manifest = await makeBackup(
    { ...portal, workFolder },
    {
      ...{ to, lock, program: "0.1.0", secret: "s", now: new Date() },
      tell: nobody,
      ...options,
    },
  );
  expect(readdirSync(folder)).toEqual(["a.tar.age"]);
  return { to, manifest };
}

async function restoreTo(
  from: string,
  to: Partial<Destination> & Pick<Destination, "database">,
) {
  const { uploadsFolder } = emptyPlaces();
  return restoreBackup({
    ...{ from, opener: { passphrase }, tell: nobody },
    migrations: await listMigrations(),
    to: { uploadsFolder, ...to },
  });
}

const digest = (db: Db) => digestTables(db, nobody);

test("a backup of a PostgreSQL and a bucket is restored to either engine, files and all", async () => {
  const portal = await givenPortalElsewhere();
  const { to, manifest } = await backUp(portal);
  expect(manifest.files.map(({ publicId }) => publicId).sort()).toEqual(
    portal.ids,
  );
  // The one whose bytes never were.
  expect(manifest.lost).toHaveLength(1);
  const onDisk = await restore(to);
  expect(onDisk.manifest).toEqual(manifest);
  expect(readdirSync(onDisk.uploadsFolder).sort()).toEqual(portal.ids);
  const file = openDatabaseReadOnly({ file: onDisk.databaseFile });
  expect(await digest(file)).toEqual(await digest(portal.db));
  await file.destroy();
  const [there, bucket] = [
    await givenEmptyPostgres(),
    await givenEmptyBucket(),
  ];
  await restoreTo(to, { database: there.place, bucket: bucket.store });
  expect(await digest(there.db)).toEqual(await digest(portal.db));
  expect((await listIds(bucket.store)).sort()).toEqual(portal.ids);
  await givenResponse(there.db);
});

test("what is written while a PostgreSQL is copied is not in the backup, and all the rest is", async () => {
  const portal = await givenPortalElsewhere();
  const before = await digest(portal.db);
  let written: Promise<unknown> | undefined;
  const { to, manifest } = await backUp(portal, {
    tell: (step, part) => {
      if (step === "database" && part < 0.5)
        written ??= givenResponse(portal.db);
    },
  });
  expect(written).toBeDefined();
  await written;
  expect(manifest.facts.rows.responses).toBe(2);
  const back = await restore(to);
  const file = openDatabaseReadOnly({ file: back.databaseFile });
  expect(await digest(file)).toEqual(before);
  await file.destroy();
});

describe("a restore that is refused leaves nothing", () => {
  test("where there are rows, other files, or the tables of another version", async () => {
    const portal = await givenPortalElsewhere();
    const { to } = await backUp(portal);
    await expect(
      restoreTo(to, { database: portal.place }),
    ).rejects.toMatchObject({ problem: { reason: "target-not-empty" } });
    const other = await givenBucketStore();
    const [there, uploads] = [
      await givenEmptyPostgres(),
      emptyPlaces().uploadsFolder,
    ];
    const into = { database: there.place, uploadsFolder: uploads };
    await expect(
      restoreTo(to, { ...into, bucket: other.store }),
    ).rejects.toMatchObject({ problem: { reason: "target-has-files" } });
    expect(await listIds(other.store)).toHaveLength(1);
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
    const bucket = await givenEmptyBucket();
    await sql`insert into kysely_migration values ('99991231T0000_later', '')`.execute(
      there.db,
    );
    await expect(
      restoreTo(to, { ...into, bucket: bucket.store }),
    ).rejects.toMatchObject({ problem: { reason: "target-other-schema" } });
    expect(await listIds(bucket.store)).toEqual([]);
    expect((await digest(there.db)).get("events")?.rowCount).toBe(0);
    await expect(backUp({ ...portal, ...there })).rejects.toMatchObject({
      problem: { reason: "database-newer", migration: "99991231T0000_later" },
    });
  });

  test("and takes none of the files of another into the same database and bucket", async () => {
    const portal = await givenPortalElsewhere();
    const first = await backUp(portal);
    await givenResponse(portal.db);
    const second = await backUp(portal);
    const [there, bucket] = [
      await givenEmptyPostgres(),
      await givenEmptyBucket(),
    ];
    const into = { database: there.place, bucket: bucket.store };
    let other: Promise<unknown> | undefined;
    const slow = {
      ...bucket.store,
      // While its files come, the other begins, and goes as far as it gets.
      async keep(...given: Parameters<typeof bucket.store.keep>) {
        await (other ??= restoreTo(second.to, into).catch(
          (error: unknown) => error,
        ));
        return bucket.store.keep(...given);
      },
    };
    await restoreTo(first.to, { ...into, bucket: slow });
    expect(await other).toMatchObject({
      problem: { reason: "restored-meanwhile" },
    });
    expect((await listIds(bucket.store)).sort()).toEqual(portal.ids);
    await expect(restoreTo(second.to, into)).rejects.toMatchObject({
      problem: { reason: "target-not-empty" },
    });
    expect((await listIds(bucket.store)).sort()).toEqual(portal.ids);
  });

  test("where a server was started on the database in the middle", async () => {
    const portal = await givenPortalElsewhere();
    const { to } = await backUp(portal);
    const there = await givenEmptyPostgres();
    const bucket = await givenEmptyBucket();
    const list = bucket.store.list.bind(bucket.store);
    // After the first look and before the rows.
    bucket.store.list = async function* () {
      await knowSecret(there.db, { secret: "another", now: new Date() });
      yield* list();
    };
    const into = { database: there.place, bucket: bucket.store };
    await expect(restoreTo(to, into)).rejects.toMatchObject({
      problem: { reason: "target-not-empty", table: "known_secrets" },
    });
    expect(await listIds(bucket.store)).toEqual([]);
  });

  test("and what a killed one left in the bucket is in nobody's way", async () => {
    const portal = await givenPortalElsewhere();
    const { to } = await backUp(portal);
    const [there, bucket] = [
      await givenEmptyPostgres(),
      await givenEmptyBucket(),
    ];
    const [first = ""] = portal.ids;
    const { publicId } = await keepBytesIn(bucket.store, Buffer.from("half"));
    const half = bucket.bucket.objects.get(`attachments/${publicId}`)!;
    bucket.bucket.objects.set(`attachments/${first}`, half);
    await bucket.store.remove(publicId);
    await restoreTo(to, { database: there.place, bucket: bucket.store });
    expect((await listIds(bucket.store)).sort()).toEqual(portal.ids);
  });
});
