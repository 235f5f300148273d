import { workSettings } from "#tests/given/jobs.ts";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { StoredFile } from "#app/domain/attachments/stored-files.ts";
import { sweepOrphans } from "#app/domain/attachments/sweep-orphans.server.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { lookAfterFiles } from "#app/tasks/look-after-files.server.ts";
import { describeSweep } from "#app/tasks/sweep-report.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  givenFolderStore,
  type GivenStore,
  keepBytesIn,
  listIds,
} from "#tests/given/stores.ts";

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

/** Eleven files with rows and one without, besides the one that a store is given with. */
async function givenFiles({ store }: Pick<GivenStore, "store">) {
  const { db } = openTestDatabase();
  for (const id of await listIds(store)) await store.remove(id);
  const { draft, call, holderKey } = await givenDraft(db);
  const { draft: other } = await givenDraft(db, { call });
  const owned: string[] = [];
  for (let number = 1; number <= 11; number += 1) {
    const file = await keepBytesIn(store, Buffer.from(`File ${number}\n`));
    await insertRow(db, number === 1 ? draft.id : other.id, file);
    owned.push(file.publicId);
  }
  const orphan = await keepBytesIn(store, Buffer.from("Nobody's any more"));
  const ids = async () => (await listIds(store)).sort();
  return { db, owned: owned.sort(), orphan, ids, draft: { call, holderKey } };
}

function insertRow(db: Db, draftId: number, file: StoredFile) {
  return db
    .insertInto("attachments")
    .values({
      public_id: file.publicId,
      draft_id: draftId,
      response_id: null,
      question_id: "files",
      original_name: "a.txt",
      media_type: "text/plain",
      byte_size: file.byteSize,
      sha256: file.sha256,
      flags: "[]",
      scan_detail: null,
      stored_at: hours(0).toISOString(),
    })
    .execute();
}

const kinds: [string, () => Promise<GivenStore>][] = [
  ["a folder", givenFolderStore],
  ["a bucket", givenBucketStore],
];

describe.each(kinds)("of %s the sweep", (_name, given) => {
  test("deletes what has had no row for a day, and nothing younger, nor with a row", async () => {
    const { store } = await given();
    const { db, owned, orphan, ids } = await givenFiles({ store });
    const young = await sweepOrphans(db, store, { now: hours(23) });
    expect(young).toMatchObject({ youngCount: 1, orphanCount: 0 });
    expect(await ids()).toEqual([...owned, orphan.publicId].sort());
    const dry = await sweepOrphans(db, store, {
      now: hours(25),
      isDryRun: true,
    });
    expect(dry).toMatchObject({ orphanCount: 1, deletedCount: 0 });
    expect(describeSweep(dry, { isDryRun: true }).lines.join("\n")).toMatch(
      new RegExp(`1 files .* would be deleted:\n  ${orphan.publicId}, 1 KB`),
    );
    expect(await ids()).toContain(orphan.publicId);
    const swept = await sweepOrphans(db, store, { now: hours(25) });
    expect(swept).toMatchObject({ deletedCount: 1, knownCount: 11 });
    expect(swept).toMatchObject({ missing: [], otherLength: [] });
    expect(await ids()).toEqual(owned);
    expect(describeSweep(swept, { isDryRun: false }).isWell).toBe(true);
  });

  test("is held back where the database knows too few of the files", async () => {
    const { store } = await given();
    const { orphan, owned, ids } = await givenFiles({ store });
    const { db } = openTestDatabase();
    const held = await sweepOrphans(db, store, { now: hours(25) });
    expect(held).toMatchObject({ isHeldBack: true, deletedCount: 0 });
    expect(describeSweep(held, { isDryRun: false })).toMatchObject({
      isWell: false,
    });
    expect(await ids()).toEqual([...owned, orphan.publicId].sort());
    const now = hours(25);
    const swept = await sweepOrphans(db, store, { now, evenIfMany: true });
    expect(swept.deletedCount).toBe(12);
  });

  test("tells of rows whose file is not there or has another length, and keeps them", async () => {
    const { store, replace } = await given();
    const { db, owned } = await givenFiles({ store });
    const [lost = "", cut = ""] = owned;
    await store.remove(lost);
    await replace(cut, Buffer.from("F"));
    const told = await sweepOrphans(db, store, { now: hours(25) });
    expect(told.missing).toMatchObject([{ publicId: lost }]);
    expect(told.otherLength).toMatchObject([{ publicId: cut }]);
    const { lines, isWell } = describeSweep(told, { isDryRun: false });
    expect(isWell).toBe(false);
    expect(lines.join("\n")).toContain(lost);
    expect(await countRows(db)).toBe(11);
  });

  test("leaves a file whose row came while it looked", async () => {
    const { store } = await given();
    const { db, orphan, owned, ids } = await givenFiles({ store });
    const [taken = ""] = owned;
    const watched = afterFirstLook(db, () =>
      db
        .updateTable("attachments")
        .set({ public_id: orphan.publicId, byte_size: orphan.byteSize })
        .where("public_id", "=", taken)
        .execute(),
    );
    await sweepOrphans(watched, store, { now: hours(25), evenIfMany: true });
    expect(await ids()).toContain(orphan.publicId);
  });
});

const countRows = async (db: Db) =>
  (await db.selectFrom("attachments").select("id").execute()).length;

/** A database in which something happens once the rows were first held against the files. */
function afterFirstLook(db: Db, happens: () => Promise<unknown>): Db {
  let isFirst = true;
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const isNow = isFirst;
      isFirst = false;
      if (isNow) await happens();
      return result;
    },
  });
}

test("a deletion that the bucket did not hear is done by the sweep", async () => {
  const given = await givenBucketStore();
  const { db, draft, ids, owned } = await givenFiles(given);
  given.bucket.troubles.push({ to: "DELETE", does: "answer", times: 3 });
  const of = { callId: draft.call.id, holderKey: draft.holderKey };
  expect(await deleteDraft(db, given.store, { ...of, now: hours(0) })).toBe(
    true,
  );
  expect(await ids()).toHaveLength(owned.length + 1);
  await sweepOrphans(db, given.store, { now: hours(25), evenIfMany: true });
  expect(await ids()).toHaveLength(owned.length - 1);
});

describe("looking after files", () => {
  async function lookAfter(given: GivenStore, db: Db, isTrusted: boolean) {
    const told: string[] = [];
    const tell = (_facts: object, words?: string) =>
      void told.push(words ?? "");
    const now = () => hours(25);
    await lookAfterFiles(
      {
        db,
        attachmentStore: given.store,
        env: workSettings,
        logger: { info: tell, error: tell },
        now,
      },
      { isTrusted },
    );
    return told.join("\n");
  }

  test("deletes and says so; where the clock is not believed it deletes nothing", async () => {
    const given = await givenFolderStore();
    const { db, orphan, ids } = await givenFiles(given);
    const staged = path.join(given.store.stagingFolder, "left.part");
    writeFileSync(staged, "left by a server that was killed");
    utimesSync(staged, hours(-1), hours(-1));
    expect(await lookAfter(given, db, false)).toBe("");
    expect(await ids()).toContain(orphan.publicId);
    expect(readdirSync(given.store.stagingFolder)).toEqual(["left.part"]);
    const told = await lookAfter(given, db, true);
    expect(told).toContain("had named for a day were deleted");
    expect(told).toContain("killed server left");
    expect(await ids()).not.toContain(orphan.publicId);
    expect(readdirSync(given.store.stagingFolder)).toEqual([]);
  });

  test("tells of a row without its file, of a bucket that keeps what is deleted, and of one that is away", async () => {
    const given = await givenBucketStore();
    const { db, owned } = await givenFiles(given);
    await given.store.remove(owned[0] ?? "");
    given.bucket.settings.versioning = "<Status>Enabled</Status>";
    const told = await lookAfter(given, db, true);
    expect(told).toContain("The file of a row is not there");
    expect(told).toContain("keeps old versions");
    given.stop();
    expect(await lookAfter(given, db, true)).toContain("were not looked after");
  });
});
