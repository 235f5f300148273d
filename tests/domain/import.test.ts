import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import type { ImportCheck } from "#app/domain/imports/check-import.server.ts";
import { importResponses } from "#app/domain/imports/imports.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  now,
  check,
  checkWell,
  importAll,
  rows,
} from "#tests/given/imports.ts";

test("rows come in by their own channel, on their own day, in London's time, and join the queue", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const content = rows(
    "1,03/07/2026,P,Waiting was the worst.,",
    "2,03/11/2026,parent,Second.,ann@post.example",
  );
  expect(await importAll({ db, call, content })).toEqual({
    ok: true,
    importId: 1,
    importedCount: 2,
  });
  const responses = await db
    .selectFrom("responses")
    .selectAll()
    .orderBy("id")
    .execute();
  expect(responses).toMatchObject([
    {
      channel: "letter",
      source_key: "1",
      import_id: 1,
      state: "received",
      received_at: "2026-07-03T11:00:00.000Z",
      recorded_at: now.toISOString(),
      excerpt: "Waiting was the worst.",
      receipt_code_hash: null,
    },
    { source_key: "2", received_at: "2026-11-03T12:00:00.000Z" },
  ]);
  const identities = await db.selectFrom("identities").selectAll().execute();
  expect(identities).toMatchObject([
    { response_id: 2, value: '"ann@post.example"' },
  ]);
  const jobs = await db.selectFrom("jobs").select("kind").execute();
  expect(jobs.map((job) => job.kind)).toEqual([
    "response.index",
    "response.index",
  ]);
  const done = await db
    .selectFrom("events")
    .select("details")
    .where("type", "=", "import.completed")
    .executeTakeFirstOrThrow();
  expect(JSON.parse(done.details)).toEqual({
    callId: call.id,
    importedCount: 2,
    refusedCount: 0,
    leftOutCount: 0,
  });
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("one refused row stops everything, unless the others are asked for", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const given = {
    db,
    call,
    content: rows("1,03/07/2026,P,Good,", "2,nonsense,P,Bad,"),
  };
  expect(await importAll(given)).toEqual({ ok: false, reason: "rows-refused" });
  expect(await db.selectFrom("responses").selectAll().execute()).toEqual([]);
  expect(await importAll(given, true)).toMatchObject({ importedCount: 1 });
});

test("the same file is not imported twice into a call, and rows that are in are known by their source id", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const content = rows("1,03/07/2026,P,First,", "2,nonsense,P,Second,");
  await importAll({ db, call, content }, true);
  const again = await check({ db, call, content });
  expect(again.outcome).toMatchObject({
    ok: false,
    reason: "already-imported",
    rowCount: 1,
  });
  const corrected = content.replace("nonsense", "04/07/2026");
  const outcome = await importAll({ db, call, content: corrected }, true);
  expect(outcome).toMatchObject({ importedCount: 1 });
  const other = await givenCall(db);
  const elsewhere = await importAll({ db, call: other, content }, true);
  expect(elsewhere).toMatchObject({ importedCount: 1 });
});

test.each([
  [
    "says something else",
    (content: string) => content.replace("Second", "Changed"),
  ],
  [
    "can be read no longer",
    (content: string) => content.replace("Second", '"Second'),
  ],
  [
    "is no longer UTF-8",
    (content: string) =>
      Buffer.from(content.replace("Second", "caf\xe9"), "latin1"),
  ],
])("a file that in the middle %s leaves nothing", async (_what, change) => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const content = rows("1,03/07/2026,P,First,", "2,04/07/2026,P,Second,");
  const { request, check } = await checkWell({ db, call, content });
  writeFileSync(request.file, change(content));
  const write = (facts: ImportCheck) =>
    importResponses(db, {
      ...request,
      check: facts,
      skipRefused: false,
      actor: { kind: "system" },
      randomBytes,
      rowsInBatch: 1,
    });
  expect(await write(check)).toEqual({ ok: false, reason: "file-changed" });
  expect(await db.selectFrom("responses").selectAll().execute()).toEqual([]);
  const imports = await db.selectFrom("imports").select("state").execute();
  expect(imports).toEqual([{ state: "undone" }]);
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});
