import { describe, expect, test } from "vitest";
import { replaceSearchText } from "#app/db/search.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { describeQueue } from "#app/screens/review/queue.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead } from "#tests/given/people.ts";
import { fillQueue, givenLargeQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function search(db: Db, change: Partial<QueueFilter>) {
  const filter = { ...wholeQueue, state: "all" as const, ...change };
  const page = await selectQueuePage(db, { filter, viewer: anyLead, now });
  const choices = { calls: [], staff: [], groups: [], tags: [], kinds: [] };
  const screen = describeQueue({
    views: [],
    staffId: "nobody",
    mayActInBulk: false,
    page,
    filter,
    ignored: [],
    choices,
    now,
  });
  return { ...page, screen };
}

const referencesOf = ({ rows }: { rows: { reference: string }[] }) =>
  rows.map(({ reference }) => reference);

/** `count` responses that say "care"; one in a hundred says "lighthouse" too. */
async function givenCommonWord(count: number) {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await fillQueue(db, count, queue);
  const ids = await db
    .selectFrom("responses")
    .select("id")
    .orderBy("id")
    .execute();
  await db.transaction().execute(async (trx) => {
    for (const [index, { id }] of ids.entries())
      await replaceSearchText(trx, id, {
        answers: index % 100 === 7 ? "care lighthouse" : "care",
        attachments: "",
      });
  });
  return { db, queue };
}

test("what was searched for stands in the order in which it was recorded, whatever day it bears", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const found: string[] = [];
  for (const day of [20, 3, 11]) {
    const { responseId, reference } = await givenResponse(db, {
      call,
      receivedAt: new Date(Date.UTC(2021, 1, day)),
    });
    const says = day === 3 ? "nothing" : "lighthouse";
    const text = { answers: says, attachments: "" };
    await db
      .transaction()
      .execute((trx) => replaceSearchText(trx, responseId, text));
    if (says === "lighthouse") found.push(reference);
  }
  const page = await search(db, { q: "lighthouse" });
  expect(referencesOf(page)).toEqual(found);
  expect(page.screen.order).toBe(
    "in the order in which they were put into Heard",
  );
  expect((await search(db, {})).screen.order).toBe("oldest first");
});

describe("a word that is nearly everywhere", async () => {
  test("is counted as far as a thousand ahead, and its pages go on to the last", async () => {
    const { db } = await givenCommonWord(1_230);
    await db.updateTable("responses").set({ safeguarding_flag: 0 }).execute();
    const first = await search(db, { q: "care" });
    expect(first).toMatchObject({ total: 1_000, isMore: true, pageCount: 20 });
    expect(first.screen.heading).toBe("More than 1,000 responses match “care”");
    const later = await search(db, { q: "care", page: 6 });
    expect(later).toMatchObject({ total: 1_230, isMore: false, page: 6 });
    const seen = new Set<string>();
    for (let page = 1; page <= 25; page += 1)
      for (const reference of referencesOf(
        await search(db, { q: "care", page }),
      ))
        seen.add(reference);
    expect(seen.size).toBe(1_230);
    const past = await search(db, { q: "care", page: 1_000_000 });
    expect(past).toMatchObject({ page: 25, pageCount: 25, total: 1_230 });
  });

  test("is found under each filter as it is found one by one, among few and among many", async () => {
    const { db, queue } = await givenCommonWord(1_230);
    const callSlug = queue.callSlugs[1];
    const filters: Partial<QueueFilter>[] = [
      { state: "to-do" },
      { state: "triaged" },
      { state: "spam" },
      { callSlug },
      { callSlug, state: "triaged" },
      { isFlagged: true },
      { hasFiles: true },
      { assignee: "none" },
      { tagId: queue.tagIds[1] },
      { callSlug, isFlagged: true, state: "spam" },
    ];
    for (const filter of filters)
      for (const q of ["care", "lighthouse"]) {
        const all = await allReferences(db, filter);
        const said = await allReferences(db, { ...filter, q });
        const expected =
          q === "care" ? all : all.filter((one) => isLighthouse(one));
        expect({ filter, q, said: said.toSorted() }).toEqual({
          filter,
          q,
          said: expected.toSorted(),
        });
      }
  });
});

const isLighthouse = (reference: string) =>
  Number(reference.slice(2)) % 100 === 8;

async function allReferences(db: Db, change: Partial<QueueFilter>) {
  const references: string[] = [];
  for (let page = 1; ; page += 1) {
    const found = await search(db, { ...change, page });
    references.push(...referencesOf(found));
    if (page >= found.pageCount) {
      expect(references).toHaveLength(found.total);
      return references;
    }
  }
}
