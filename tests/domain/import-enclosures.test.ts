import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  bringEnclosures,
  listEnclosures,
} from "#app/domain/imports/enclosures.server.ts";
import {
  askForImport,
  askForUndo,
  discardTable,
  findImportFile,
  saveColumns,
} from "#app/domain/imports/import-files.server.ts";
import { findRefusedRows } from "#app/domain/imports/refused-rows.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { zipOf } from "#tests/given/projects.ts";
import { givenFolderStore } from "#tests/given/stores.ts";
import { givenTable, lettersMap, now, work } from "#tests/given/tables.ts";

const content = [
  "No,Date,Text,Files",
  "1,01/11/2026,Ask us first.,letter.txt; Photos/Caf\u00e9.TXT",
  "2,02/11/2026,Listen to us.,gone.txt",
  "3,03/11/2026,,sheet.txt|sheet.txt",
  "4,04/11/2026,Keep brothers together.,",
  "5,05/11/2026,Mine too.,letter.txt",
  "6,06/11/2026,A program.,run.exe",
  "7,07/11/2026,Which one?,twice.txt",
].join("\n");
const files = [
  ["scans/letter.txt", "One letter."],
  ["all/photos/cafe\u0301.txt", "One photo."],
  ["sheet.txt", "One sheet."],
  ["run.exe", "MZ\u0000\u0001"],
  ["a/twice.txt", "A"],
  ["b/twice.txt", "B"],
  ["__MACOSX/._sheet.txt", "junk"],
] as const;
const map = { ...lettersMap, files: "Files" };

let db: Db;
let call: Call;
let store: AttachmentStore;
let table: Awaited<ReturnType<typeof givenTable>>;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  ({ store } = await givenFolderStore());
  const other = await givenTable(db, { call: await givenCall(db), content });
  await bring(other, await zipOf([["gone.txt", "Another table's."]]));
  call = await givenCall(db);
  table = await givenTable(db, { call, content });
});

const find = async (importFileId = table.importFileId) => {
  const file = await findImportFile(db, importFileId);
  if (!file) throw new Error("It is gone");
  return file;
};

async function bring(of: typeof table, zip: Buffer) {
  const zipPath = path.join(makeTestFolder(), "files.zip");
  writeFileSync(zipPath, zip);
  const file = await find(of.importFileId);
  const { stagingFolder } = store;
  const seenVersion = file.rowVersion;
  const { actor } = of;
  return bringEnclosures(db, {
    ...{ file, zipPath, stagingFolder, seenVersion, actor, now },
  });
}

async function givenChecked() {
  await saveColumns(db, { ...table, map, now });
  await work(db, table.importFileId, store);
  expect(await bring(table, await zipOf(files))).toEqual({ ok: true });
  await work(db, table.importFileId, store);
}

async function ask(asking: typeof askForUndo) {
  const { rowVersion: seenVersion } = await find();
  expect(await asking(db, { ...table, seenVersion, now })).toEqual({
    ok: true,
  });
  await work(db, table.importFileId, store);
}

const importAll = () =>
  ask((db, asking) => askForImport(db, { ...asking, skipsRefused: true }));

const attached = () =>
  db
    .selectFrom("attachments")
    .innerJoin("responses", "responses.id", "response_id")
    .select(["source_key", "original_name", "public_id", "attachment_count"])
    .orderBy("attachments.id")
    .execute();

test("the check names the files that are missing and those that no row wants, and a ZIP brings it anew", async () => {
  await saveColumns(db, { ...table, map, now });
  await work(db, table.importFileId, store);
  expect((await find()).outcome).toMatchObject({
    ...{ acceptedCount: 1, refusedCount: 6 },
    missingFiles: {
      ...{ count: 5, names: expect.arrayContaining(["gone.txt", "run.exe"]) },
    },
  });
  await givenChecked();
  expect((await find()).outcome).toMatchObject({
    ...{ acceptedCount: 3, refusedCount: 4 },
    missingFiles: { count: 1, names: ["gone.txt"] },
    unusedFiles: { names: ["run.exe", "a/twice.txt", "b/twice.txt"] },
  });
  const by = { messages: wordsIn("en").questions, now: () => now };
  const refused = [];
  for await (const row of findRefusedRows(db, await find(), by))
    refused.push(row);
  expect(refused).toMatchObject([
    { line: 3, refusal: { reason: "file-missing", cell: "gone.txt" } },
    { line: 6, refusal: { reason: "file-of-line", line: 2 } },
    { line: 7, refusal: { reason: "file-refused", cell: "run.exe" } },
    { line: 8, refusal: { reason: "file-unsure", count: 2 } },
  ]);
});

test("files come in with their rows as uploads do, and go with them when the import is taken back", async () => {
  await givenChecked();
  await importAll();
  const found = await attached();
  expect(found).toMatchObject([
    { source_key: "1", original_name: "letter.txt", attachment_count: 2 },
    { source_key: "1", original_name: "caf\u00e9.txt", attachment_count: 2 },
    { source_key: "3", original_name: "sheet.txt", attachment_count: 1 },
  ]);
  const jobs = await db
    .selectFrom("jobs")
    .select("kind")
    .where("kind", "in", ["attachment.scan", "attachment.extract-text"])
    .execute();
  expect(jobs).toHaveLength(6);
  for (const { public_id } of found)
    expect(await store.find(public_id)).toBeDefined();
  await ask(askForUndo);
  expect(await find()).toMatchObject({ state: "undone" });
  expect(await attached()).toEqual([]);
  for (const { public_id } of found)
    expect(await store.find(public_id)).toBeUndefined();
  // What the ZIP brought waits with the rows, to be imported again, and goes with them.
  await saveColumns(db, { ...table, map, now });
  await work(db, table.importFileId, store);
  await importAll();
  expect(await attached()).toHaveLength(3);
  await discardTable(db, table);
  expect(await listEnclosures(db, table.importFileId)).toEqual([]);
  expect(await attached()).toHaveLength(3);
});

test("an import that the disk cut off goes on, and leaves no file without a row", async () => {
  await givenChecked();
  const { rowVersion: seenVersion } = await find();
  await askForImport(db, { ...table, seenVersion, now, skipsRefused: true });
  let keptCount = 0;
  const kept: string[] = [];
  const failing: AttachmentStore = {
    ...store,
    keep: async (file, publicId) => {
      keptCount += 1;
      if (keptCount === 3) throw new Error("The disk is full");
      const one = await store.keep(file, publicId);
      kept.push(one.publicId);
      return one;
    },
  };
  await expect(work(db, table.importFileId, failing)).rejects.toThrow("disk");
  expect(await attached()).toEqual([]);
  for (const publicId of kept)
    expect(await store.find(publicId)).toBeUndefined();
  await work(db, table.importFileId, store);
  expect(await attached()).toHaveLength(3);
});

const renamed = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");

test.each([
  [
    "twins by case",
    [
      ["A.txt", "a"],
      ["a.TXT", "b"],
    ],
    "twins",
  ],
  [
    "twins by form",
    [
      ["e\u0301.txt", "a"],
      ["\u00e9.txt", "b"],
    ],
    "twins",
  ],
  ["nothing but what a Mac packs along", [[".DS_Store", "x"]], "nothing"],
] as const)(
  "a ZIP with %s is refused, and leaves nothing",
  async (_, parts, reason) => {
    const brought = await bring(table, await zipOf(parts));
    expect(brought).toMatchObject({ ok: false, reason });
    expect(await listEnclosures(db, table.importFileId)).toEqual([]);
  },
);

test("a ZIP that climbs out, that is none, or that comes too late is refused", async () => {
  const plain = await zipOf([
    ["xxx.txt", "a"],
    ["good.txt", "b"],
  ]);
  const climbing = renamed(plain, "xxx.txt", "../.txt");
  const told = async (zip: Buffer) => {
    const brought = await bring(table, zip);
    return brought.ok ? "taken" : brought.reason;
  };
  expect(await told(climbing)).toBe("unsafe-archive");
  expect(await told(renamed(plain, "xxx.txt", "/xx.txt"))).toBe(
    "unsafe-archive",
  );
  expect(await told(Buffer.from("No ZIP"))).toBe("not-archive");
  expect(await listEnclosures(db, table.importFileId)).toEqual([]);
  await givenChecked();
  // The same again is not kept twice.
  expect(await told(await zipOf(files))).toBe("taken");
  expect(await listEnclosures(db, table.importFileId)).toHaveLength(6);
  expect(await told(plain)).toBe("changed");
});
