import { workSettings } from "#tests/given/jobs.ts";
import { beforeEach, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { letOtherResponsesGoFirst } from "#app/domain/attachments/turns.server.ts";
import type { JobHandlers, JobKind } from "#app/domain/jobs/jobs.ts";
import { enqueueJob, runNextJob } from "#app/domain/jobs/jobs.server.ts";
import { createJobHandlers } from "#app/tasks/job-handlers.server.ts";
import {
  givenFileText,
  givenSentFile,
  givenStore,
} from "#tests/given/files.ts";

const kinds = [
  "attachment.extract-text",
  "attachment.scan",
  "attachment.check",
] as const satisfies JobKind[];
type Kind = (typeof kinds)[number];

let db: Db;
let store: AttachmentStore;
let handlers: JobHandlers;
let minute: number;

const now = () => new Date(Date.UTC(2026, 10, 22, 9, minute));

beforeEach(async () => {
  ({ db, store } = await givenStore());
  await db.deleteFrom("jobs").execute();
  minute = 0;
  const env = workSettings;
  const logger = { info: () => {}, error: () => {} };
  handlers = createJobHandlers({
    ...{ db, attachmentStore: store, env, now, logger },
  });
});

async function enqueue(kind: Kind, attachmentId: number) {
  minute += 1;
  await db
    .transaction()
    .execute((trx) =>
      enqueueJob(trx, { kind, payload: { attachmentId }, now: now() }),
    );
}

/** A response with one file, or with more of them. */
async function givenFiles(count: number) {
  const bytes = Buffer.from("Words");
  const { responseId, attachmentId } = await givenSentFile(
    { db, store },
    { name: "a.txt", bytes },
  );
  const ids = [attachmentId];
  while (ids.length < count)
    ids.push(
      await givenFileText(db, responseId, { text: "", state: "waiting" }),
    );
  await db.deleteFrom("jobs").execute();
  return ids;
}

/** Runs one job, during which something may happen. @returns the file whose turn it was. */
async function runOne(kind: Kind, meanwhile = async () => {}) {
  minute += 1;
  let taken = 0;
  const handler = handlers[kind];
  const watched: JobHandlers = {
    ...handlers,
    [kind]: async (payload: { attachmentId: number }) => {
      taken = payload.attachmentId;
      await meanwhile();
      minute += 1;
      await handler(payload);
    },
  };
  await runNextJob(db, { handlers: watched, now, kind });
  return taken;
}

test.each(kinds)(
  "of %s one file of a response has its turn before another's that waits too, and no second one",
  async (kind) => {
    const [first = 0, second = 0, third = 0] = await givenFiles(3);
    const [honest = 0] = await givenFiles(1);
    const [late = 0] = await givenFiles(1);
    for (const id of [first, second, third, honest]) await enqueue(kind, id);
    const order = [await runOne(kind, () => enqueue(kind, late))];
    for (let count = 0; count < 4; count += 1) order.push(await runOne(kind));
    expect(order).toEqual([first, honest, late, second, third]);
  },
);

test("a turn that ended badly puts the others behind all the same", async () => {
  const [first = 0, second = 0] = await givenFiles(2);
  const [honest = 0] = await givenFiles(1);
  for (const id of [first, second, honest])
    await enqueue("attachment.extract-text", id);
  const { withFile } = store;
  store.withFile = () => Promise.reject(new Error("The disk is gone"));
  expect(await runOne("attachment.extract-text")).toBe(first);
  store.withFile = withFile;
  expect(await runOne("attachment.extract-text")).toBe(honest);
});

test("a turn moves neither another kind, nor what is not due yet, nor what has ended", async () => {
  const [first = 0, second = 0, third = 0] = await givenFiles(3);
  await enqueue("attachment.scan", second);
  await enqueue("attachment.extract-text", second);
  await db
    .updateTable("jobs")
    .set({ state: "failed" })
    .where("kind", "=", "attachment.extract-text")
    .execute();
  const before = await db.selectFrom("jobs").selectAll().execute();
  const turnEnds = new Date(now().getTime() + 60_000);
  minute += 10;
  await enqueue("attachment.extract-text", third);
  await letOtherResponsesGoFirst(db, {
    kind: "attachment.extract-text",
    attachmentId: first,
    now: turnEnds,
  });
  const after = await db.selectFrom("jobs").selectAll().execute();
  expect(after.slice(0, 2)).toEqual(before);
  expect(after[2]?.run_after).toBe(now().toISOString());
});
