import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { guessColumns } from "#app/domain/imports/guess-columns.ts";
import {
  askForImport,
  askForUndo,
  deleteOldTables,
  discardTable,
  findImportFile,
  saveColumns,
  selectFirstRows,
} from "#app/domain/imports/import-files.server.ts";
import { findRefusedRows } from "#app/domain/imports/refused-rows.server.ts";
import { countWorkedOnOfImport } from "#app/domain/responses/imported-responses.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenTable, lettersMap, now, work } from "#tests/given/tables.ts";

let db: Db;
let call: Call;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  // Another call with a table and a response of its own comes first.
  const other = await givenCall(db);
  await givenTable(db, { call: other, content: "A,B\n1,2\n" });
  await givenResponse(db, { call: other });
  call = await givenCall(db);
});

const find = async (importFileId: number) => {
  const file = await findImportFile(db, importFileId);
  if (!file) throw new Error("It is gone");
  return file;
};
const countResponses = async () => {
  const { count } = await db
    .selectFrom("responses")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("call_id", "=", call.id)
    .executeTakeFirstOrThrow();
  return Number(count);
};

async function givenChecked() {
  const table = await givenTable(db, { call });
  const asking = { ...table, map: lettersMap, now };
  expect(await saveColumns(db, asking)).toEqual({ ok: true });
  await work(db, table.importFileId);
  const { rowVersion } = await find(table.importFileId);
  return { ...table, seenVersion: rowVersion, now };
}

async function givenImported() {
  const checked = await givenChecked();
  await askForImport(db, { ...checked, skipsRefused: true });
  await work(db, checked.importFileId);
  const { rowVersion, importId = 0 } = await find(checked.importFileId);
  return { ...checked, seenVersion: rowVersion, importId };
}

async function refusalsOf(importFileId: number) {
  const found = [];
  const by = { messages: wordsIn("en").questions, now: () => now };
  for await (const row of findRefusedRows(db, await find(importFileId), by))
    found.push(row);
  return found;
}

test("the check says what would come in and writes nothing", async () => {
  const { importFileId } = await givenChecked();
  expect(await find(importFileId)).toMatchObject({
    state: "checked",
    outcome: {
      kind: "checked",
      rowCount: 3,
      acceptedCount: 2,
      refusedCount: 1,
    },
  });
  expect(await countResponses()).toBe(0);
  expect(await selectFirstRows(db, importFileId, 1)).toEqual([
    ["1", "01/11/2026", "Ask us first."],
  ]);
});

const refusedRow = {
  line: 3,
  cells: ["2", "2 November", "Listen to us."],
  refusal: { reason: "not-a-day", column: "Date" },
};

test("refused rows are told with their cells and reason, before the import and after it", async () => {
  const { importFileId } = await givenChecked();
  expect(await refusalsOf(importFileId)).toMatchObject([refusedRow]);
  const { rowVersion: seenVersion } = await find(importFileId);
  const actor = await givenColleague(db, { role: "lead" });
  const asking = { importFileId, actor, now, seenVersion };
  await askForImport(db, { ...asking, skipsRefused: true });
  await work(db, importFileId);
  expect(await refusalsOf(importFileId)).toMatchObject([refusedRow]);
});

test("the good rows come in whole, by whoever asked, and the work may be done twice", async () => {
  const { importFileId, importId, actor } = await givenImported();
  await work(db, importFileId);
  expect(await countResponses()).toBe(2);
  expect(await find(importFileId)).toMatchObject({
    state: "imported",
    outcome: { kind: "imported", importedCount: 2, refusedCount: 1 },
  });
  const events = await db
    .selectFrom("events")
    .select(["type", "actor_id"])
    .where("subject_kind", "=", "import")
    .where("subject_id", "=", importId)
    .orderBy("id")
    .execute();
  expect(events).toEqual([
    { type: "import.started", actor_id: actor.staffId },
    { type: "import.completed", actor_id: actor.staffId },
  ]);
});

test("an import that ended before it could say so is told as ended", async () => {
  const checked = await givenChecked();
  await askForImport(db, { ...checked, skipsRefused: true });
  const { importFileId } = checked;
  await work(db, importFileId);
  await db
    .updateTable("import_files")
    .set({ state: "importing", import_id: null })
    .where("id", "=", importFileId)
    .execute();
  await work(db, importFileId);
  expect(await find(importFileId)).toMatchObject({ state: "imported" });
  expect((await find(importFileId)).importId).toBeGreaterThan(0);
  expect(await countResponses()).toBe(2);
});

test("an import is taken back as a whole, and its table can be imported anew", async () => {
  const imported = await givenImported();
  expect(await countWorkedOnOfImport(db, imported.importId)).toBe(0);
  expect(await askForUndo(db, imported)).toEqual({ ok: true });
  await work(db, imported.importFileId);
  expect(await find(imported.importFileId)).toMatchObject({
    state: "undone",
    outcome: { kind: "undone", removedCount: 2 },
  });
  expect(await countResponses()).toBe(0);
  expect(await saveColumns(db, { ...imported, map: lettersMap })).toEqual({
    ok: true,
  });
  await work(db, imported.importFileId);
  expect(await find(imported.importFileId)).toMatchObject({ state: "checked" });
});

describe("nothing is done that was not seen", () => {
  test("an import of what was checked anew meanwhile", async () => {
    const checked = await givenChecked();
    await saveColumns(db, { ...checked, map: lettersMap });
    await work(db, checked.importFileId);
    const asked = await askForImport(db, { ...checked, skipsRefused: true });
    expect(asked).toEqual({ ok: false, reason: "changed" });
  });

  test("the same bytes into the same call again", async () => {
    await givenImported();
    const { importFileId } = await givenChecked();
    expect(await find(importFileId)).toMatchObject({
      state: "uploaded",
      outcome: { kind: "refused", refusal: { reason: "already-imported" } },
    });
  });

  test("by somebody who may not import", async () => {
    const table = await givenTable(db, { call });
    const actor = await givenColleague(db, { role: "reviewer" });
    const asking = { ...table, actor, map: lettersMap, now };
    expect(await saveColumns(db, asking)).toEqual({
      ok: false,
      reason: "not-allowed",
    });
  });
});

describe("a table is deleted", () => {
  test("with its rows; of one that was imported the rows alone", async () => {
    const checked = await givenChecked();
    expect(await discardTable(db, checked)).toBe(true);
    expect(await findImportFile(db, checked.importFileId)).toBeUndefined();
    const { importFileId } = await givenImported();
    expect(await discardTable(db, { importFileId })).toBe(true);
    expect(await find(importFileId)).toMatchObject({
      state: "imported",
      rowCount: 0,
    });
    expect(await selectFirstRows(db, importFileId, 9)).toEqual([]);
    expect(await countResponses()).toBe(2);
  });

  test("not while it is at work", async () => {
    const table = await givenTable(db, { call });
    await saveColumns(db, { ...table, map: lettersMap, now });
    expect(await discardTable(db, table)).toBe(false);
  });

  test("thirty days after its last step, and not a day before", async () => {
    const { importFileId } = await givenTable(db, { call });
    const day = 24 * 60 * 60 * 1000;
    const after = (days: number) => new Date(now.getTime() + days * day);
    expect(await deleteOldTables(db, after(29))).toBe(0);
    // This one, and the other call's.
    expect(await deleteOldTables(db, after(31))).toBe(2);
    expect(await findImportFile(db, importFileId)).toBeUndefined();
  });
});

test("columns are guessed by a question's words or id, each once, and dates by all that is written", () => {
  const headings = ["Email address", "what-first", "Text", "Received", "No"];
  const rows = [
    ["", "", "", "05/06/2026", "1"],
    ["", "", "", "31/05/2026", "2"],
  ];
  expect(guessColumns(call.definition, { headings, rows })).toMatchObject({
    answers: { "what-first": 1, email: 0 },
    received: 3,
    sourceId: 4,
    format: "dd/MM/yyyy",
  });
});
