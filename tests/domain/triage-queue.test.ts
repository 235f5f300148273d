import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { replaceSearchText } from "#app/db/search.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { fillQueue, givenLargeQueue, givenQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function readQueue(
  db: Db,
  staffId: string,
  change: Partial<QueueFilter> = {},
  at = now,
) {
  const filter = { ...wholeQueue, ...change };
  return selectQueuePage(db, {
    filter,
    viewer: { staffId, role: "reviewer" },
    now: at,
  });
}

async function givenTeam(count: number) {
  const { db } = openTestDatabase();
  const queue = await givenQueue(db, count);
  const me = await givenColleague(db, { name: "Asha" });
  const colleague = await givenColleague(db, { name: "Ben" });
  const responseIds = (
    await db.selectFrom("responses").select("id").orderBy("id").execute()
  ).map(({ id }) => id);
  return { db, ...queue, me, colleague, responseIds };
}

const referencesOf = (page: { rows: { reference: string }[] }) =>
  page.rows.map(({ reference }) => reference);

describe("the queue", () => {
  test("shows the oldest first and who is reading what, claims that ran out left away", async () => {
    const { db, references, me, colleague } = await givenTeam(3);
    await claimNextResponse(db, { ...colleague, now });
    const page = await readQueue(db, me.staffId);
    expect(referencesOf(page)).toEqual(references);
    expect(page.rows[0]).toMatchObject({
      claimedByName: "Ben",
      isClaimedByMe: false,
      state: "in-triage",
    });
    const nextHour = new Date(now.getTime() + 3_600_000);
    const later = await readQueue(db, me.staffId, {}, nextHour);
    expect(later.rows[0]?.claimedByName).toBeNull();
  });

  test("narrows by state, assignee, flag, tag and call, and counts each state of the call", async () => {
    const { db, call, references, me, colleague, responseIds } =
      await givenTeam(4);
    await givenQueue(db, 2);
    const [first = 0, second = 0, third = 0] = responseIds;
    const decide = (responseId: number, assigneeId: string | null) =>
      decideTriage(db, {
        responseId,
        rowVersion: 1,
        state: "triaged",
        assigneeId,
        note: "",
        actor: me,
        now,
      });
    await decide(first, me.staffId);
    await decide(second, colleague.staffId);
    await raiseSafeguardingFlag(db, {
      responseId: third,
      reason: "",
      actor: me,
      now,
    });
    const read = async (change: Partial<QueueFilter>) =>
      referencesOf(
        await readQueue(db, me.staffId, { callSlug: call.slug, ...change }),
      );
    expect(await read({})).toEqual(references.slice(3));
    expect(await read({ state: "triaged" })).toEqual(references.slice(0, 2));
    expect(await read({ state: "all", assignee: "me" })).toEqual([
      references[0],
    ]);
    expect(await read({ state: "all", assignee: colleague.staffId })).toEqual([
      references[1],
    ]);
    expect(await read({ state: "all", assignee: "none" })).toEqual(
      references.slice(3),
    );
    expect(await read({ isFlagged: true })).toEqual([references[2]]);
    expect(await read({ hasFiles: true })).toEqual([]);
    const page = await readQueue(db, me.staffId, { callSlug: call.slug });
    expect(page).toMatchObject({
      total: 1,
      counts: { toDoCount: 1, allCount: 3 },
    });
    expect(page.counts?.stateCounts).toContainEqual({
      state: "triaged",
      count: 2,
    });
  });

  test("has 50 rows on a page, and past the end shows the last page", async () => {
    const { db } = openTestDatabase();
    const large = await givenLargeQueue(db);
    await fillQueue(db, 120, large);
    await db.updateTable("responses").set({ safeguarding_flag: 0 }).execute();
    const staffId = large.staffIds[0] ?? "";
    const pages = [];
    for (const page of [1, 2, 3, 99])
      pages.push(await readQueue(db, staffId, { state: "all", page }));
    expect(pages.map(({ page, rows }) => [page, rows.length])).toEqual([
      [1, 50],
      [2, 50],
      [3, 20],
      [3, 20],
    ]);
    const read = new Set(pages.slice(0, 3).flatMap(referencesOf));
    expect(read.size).toBe(120);
  });

  test.each([49, 50, 51])(
    "tells of %i under a filter or a search how many there are, whichever page is asked for",
    async (count) => {
      const { db } = openTestDatabase();
      const large = await givenLargeQueue(db);
      await fillQueue(db, count, large);
      const staffId = large.staffIds[0] ?? "";
      await db.updateTable("responses").set({ attachment_count: 1 }).execute();
      const responses = await db.selectFrom("responses").select("id").execute();
      const text = { answers: "My brothers", attachments: "" };
      await db.transaction().execute(async (trx) => {
        for (const { id } of responses) await replaceSearchText(trx, id, text);
      });
      const pageCount = count > 50 ? 2 : 1;
      for (const change of [{ hasFiles: true }, { q: "brothers" }])
        for (const page of [1, 2]) {
          const asked = { ...change, state: "all" as const, page };
          expect(await readQueue(db, staffId, asked)).toMatchObject({
            total: count,
            isMore: false,
            pageCount,
            page: Math.min(page, pageCount),
          });
        }
    },
  );

  test.each(["to-do", "all", "triaged", "spam"] as const)(
    "tells the same total for %s as counting does",
    async (state) => {
      const { db } = openTestDatabase();
      const large = await givenLargeQueue(db);
      await fillQueue(db, 97, large);
      const staffId = large.staffIds[0] ?? "";
      const callSlug = large.callSlugs[0];
      const { total } = await readQueue(db, staffId, { state, callSlug });
      const assigned = await Promise.all(
        ["none", ...large.staffIds].map((assignee) =>
          readQueue(db, staffId, { state, callSlug, assignee }),
        ),
      );
      expect(total).toBe(assigned.reduce((sum, page) => sum + page.total, 0));
    },
  );

  test("searched, shows the words around the hits in answers or in files", async () => {
    const { db, references, me, responseIds } = await givenTeam(3);
    const [first = 0, second = 0] = responseIds;
    await db.transaction().execute(async (trx) => {
      await replaceSearchText(trx, first, {
        answers: "I lost contact with my brothers.",
        attachments: "",
      });
      await replaceSearchText(trx, second, {
        answers: "See the file.",
        attachments: "Contact with a brother matters.",
      });
    });
    const page = await readQueue(db, me.staffId, { q: "BROTHER" });
    expect(page.total).toBe(2);
    expect(referencesOf(page)).toEqual(references.slice(0, 2));
    const hit = (text: string) =>
      expect.arrayContaining([{ text, isHit: true }]) as unknown;
    expect(page.rows.map(({ excerpt }) => excerpt)).toEqual([
      { from: "answers", parts: hit("brothers") },
      { from: "file", parts: hit("brother") },
    ]);
  });

  test("searched, tells where a hit stands too far on to be shown, and which words were left out", async () => {
    const { db, me, responseIds } = await givenTeam(2);
    const [first = 0, second = 0] = responseIds;
    await db.transaction().execute(async (trx) => {
      await replaceSearchText(trx, first, {
        answers: "Nothing here. ".repeat(10_000) + "elephant",
        attachments: "",
      });
      await replaceSearchText(trx, second, {
        answers: "An elephant.",
        attachments: "",
      });
    });
    const page = await readQueue(db, me.staffId, { q: "elephants" });
    expect(page.rows.map(({ excerpt }) => excerpt)).toMatchObject([
      { from: "beginning", parts: [{ isHit: false }] },
      {
        from: "answers",
        parts: [
          { text: "An " },
          { text: "elephant", isHit: true },
          { text: "." },
        ],
      },
    ]);
    expect(page.problems).toEqual([]);
    const q = Array.from({ length: 41 }, () => "elephant").join(" ");
    expect(await readQueue(db, me.staffId, { q })).toMatchObject({
      total: 2,
      problems: [{ reason: "too-many-terms", most: 40 }],
    });
  });

  test.each(['"*" -', "\u{1F642}", "!", "\u2764\uFE0F", "()", "\u0301"])(
    "searched for %s, which is no word, says so and finds nothing",
    async (q) => {
      const { db, me } = await givenTeam(2);
      expect(await readQueue(db, me.staffId, { q })).toMatchObject({
        isSearchable: false,
        rows: [],
        total: 0,
        counts: { allCount: 2 },
      });
    },
  );
});
