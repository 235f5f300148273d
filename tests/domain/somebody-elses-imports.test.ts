import { expect, test } from "vitest";
import type { NewEvent } from "#app/domain/audit/audit.ts";
import { recordEvent, selectHistory } from "#app/domain/audit/audit.server.ts";
import { removeImport } from "#app/domain/imports/undo-import.server.ts";
import {
  content,
  givenCallWithResponse,
  undo,
} from "#tests/asking/import-watching.ts";
import { importAll, now } from "#tests/given/imports.ts";
import { givenColleague } from "#tests/given/people.ts";

/* Somebody else brings in or takes back the same import, or has done something else to what it brought. */

async function givenImportWatched() {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(4) };
  const stands = async () => {
    const row = await db
      .selectFrom("imports")
      .select(["state", "file_sha256 as sha256"])
      .where("id", "=", 1)
      .executeTakeFirstOrThrow();
    const history = await selectHistory(db, { kind: "import", id: 1 });
    return { ...row, types: history.map(({ type }) => type) };
  };
  return { db, given, stands };
}

test("an import that two people take back is taken back once", async () => {
  const { db, given, stands } = await givenImportWatched();
  await importAll(given);
  const other = () => undo(db, 1);
  const first = await undo(db, 1, { rowsInBatch: 2, pause: other });
  expect(first).toEqual({ ok: true, removedCount: 2 });
  const once = await stands();
  expect(once).toMatchObject({
    state: "undone",
    types: ["import.started", "import.completed", "import.undone"],
  });
  const actor = { kind: "system" as const };
  await removeImport(db, { importId: 1, actor, now });
  expect(await stands()).toEqual(once);
});

test("an import that was taken back before its last step is not ended", async () => {
  const { db, given, stands } = await givenImportWatched();
  await importAll(given, false, { pause: () => undo(db, 1) });
  expect(await stands()).toMatchObject({
    state: "undone",
    types: ["import.started", "import.undone"],
  });
});

test("work on an import is what staff did to its responses, but for reading and bringing them in", async () => {
  const { db, given } = await givenImportWatched();
  await importAll(given);
  const { staffId } = await givenColleague(db);
  const [id = 0, next = 0, last = 0] = (
    await db
      .selectFrom("responses")
      .select("id")
      .where("import_id", "=", 1)
      .orderBy("id")
      .execute()
  ).map((row) => row.id);
  const record = (event: Partial<NewEvent>) =>
    db.transaction().execute((trx) =>
      recordEvent(trx, {
        at: now,
        actor: { kind: "staff", staffId },
        subject: { kind: "response", id },
        type: "response.claimed",
        ...event,
      }),
    );
  await record({ type: "response.read" });
  await record({
    type: "response.received",
    subject: { kind: "response", id: last },
  });
  await record({ actor: { kind: "system" } });
  await record({ subject: { kind: "draft", id } });
  await record({ subject: { kind: "response", id: 1 } });
  await record({ subject: { kind: "response", id: next } });
  await record({ subject: { kind: "response", id: next } });
  expect(await undo(db, 1)).toEqual({
    ok: false,
    reason: "worked-on",
    workedOnCount: 1,
  });
});
