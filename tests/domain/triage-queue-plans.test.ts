import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";
import { selectCrowds } from "#app/domain/responses/crowds.server.ts";
import { fillQueue, givenLargeQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");
/** Of a first page that is not full nothing is counted. */
const counted = { ...wholeQueue, page: 2 };

/** SQLite, which is told no numbers, plans the same for 300,000. */
async function givenThousands(count = 3_000) {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await fillQueue(db, count, queue);
  return { db, queue, staffId: queue.staffIds[0] ?? "" };
}

/** The tags of one page's 50 rows are sorted by name; nothing else needs to be. */
function isSorted(plan: string) {
  return (
    /\bresponses\b/.test(plan) && plan.includes("TEMP B-TREE FOR ORDER BY")
  );
}

/** What tells which words many say looks at four hundred by their ids, after the newest (docs/decisions/324). */
const isSample = (plan: string) => plan.includes("MATERIALIZE places");
const readPlans: typeof readQueryPlans = async (db, run) =>
  (await readQueryPlans(db, run)).filter((plan) => !isSample(plan));

describe("at thousands of responses", async () => {
  const filters: [
    string,
    (call: string, tagId: number) => Partial<QueueFilter>,
  ][] = [
    ["nothing", () => ({})],
    ["every state", () => ({ state: "all" })],
    ["one state", () => ({ state: "triaged" })],
    ["a call", (callSlug) => ({ callSlug })],
    ["a call, every state", (callSlug) => ({ callSlug, state: "all" })],
    ["a call and a state", (callSlug) => ({ callSlug, state: "spam" })],
    ["me", () => ({ assignee: "me" })],
    ["me, every state", () => ({ assignee: "me", state: "all" })],
    ["nobody", () => ({ assignee: "none" })],
    ["nobody, one state", () => ({ assignee: "none", state: "triaged" })],
    ["files", () => ({ hasFiles: true })],
    ["files, every state", () => ({ hasFiles: true, state: "all" })],
    ["flagged", () => ({ isFlagged: true })],
    ["flagged, every state", () => ({ isFlagged: true, state: "all" })],
    ["a search", () => ({ q: "brothers" })],
    ["a call with files", (callSlug) => ({ callSlug, hasFiles: true })],
    ["the last page", () => ({ page: 1_000 })],
  ];

  test("every filter is read from an index, in its order", async () => {
    const { db, queue, staffId } = await givenThousands();
    for (const [name, filterOf] of filters) {
      const change = filterOf(queue.callSlugs[0] ?? "", queue.tagIds[0] ?? 0);
      const filter = { ...counted, ...change };
      const plans = await readPlans(db, (watched) =>
        selectQueuePage(watched, {
          filter,
          viewer: { staffId, role: "reviewer" },
          now,
        }),
      );
      const unindexed = plans.filter((plan) =>
        /SCAN responses(?! USING)/.test(plan),
      );
      expect({ name, unindexed }).toEqual({ name, unindexed: [] });
      const sorted = plans.filter(isSorted);
      expect({ name, sorted }).toEqual({ name, sorted: [] });
    }
  });

  const plansOf = async (
    { db, staffId }: { db: Db; staffId: string },
    change: Partial<QueueFilter>,
  ) =>
    readPlans(db, (watched) =>
      selectQueuePage(watched, {
        filter: { ...counted, ...change },
        viewer: { staffId, role: "reviewer" },
        now,
      }),
    );

  test("what is found by a tag is the only thing sorted", async () => {
    const given = await givenThousands();
    const tagId = given.queue.tagIds[0];
    for (const state of ["all", "to-do"] as const) {
      const plans = await plansOf(given, { tagId, state });
      const sorted = plans.filter(isSorted);
      expect(sorted.length).toBeGreaterThan(0);
      for (const plan of sorted)
        expect(plan).toMatch(/^SEARCH responses USING INTEGER PRIMARY KEY/);
    }
  });

  test("a search walks the index and asks each hit for its response, and sorts nothing", async () => {
    const given = await givenThousands();
    for (const state of ["all", "to-do", "triaged"] as const) {
      const plans = await plansOf(given, { q: "brothers", state });
      const searching = plans.filter((plan) => /response_search/.test(plan));
      expect(searching.length).toBeGreaterThan(1);
      for (const plan of searching) {
        expect(plan).toMatch(/SCAN response_search VIRTUAL TABLE INDEX/);
        expect(plan).not.toMatch(/SCAN responses|TEMP B-TREE/);
        expect(plan).toMatch(
          /CORRELATED SCALAR SUBQUERY \d+\n.*SEARCH responses USING INTEGER PRIMARY KEY/,
        );
      }
    }
  });

  test("a search among few begins with them", async () => {
    const given = await givenThousands();
    const callSlug = given.queue.callSlugs[0];
    const change = { q: "brothers", callSlug, isFlagged: true };
    const plans = await plansOf(given, { ...change, state: "all" });
    const searching = plans.filter((plan) => /response_search/.test(plan));
    expect(searching.length).toBeGreaterThan(1);
    for (const plan of searching)
      expect(plan).toMatch(
        /^S[A-Z]+ responses USING INDEX[^]*CORRELATED SCALAR SUBQUERY \d+\nSCAN response_search/,
      );
  });

  test("a flag, files or a person leads, whatever else is asked for", async () => {
    const given = await givenThousands(100);
    const callSlug = given.queue.callSlugs[0];
    const leading: [Partial<QueueFilter>, RegExp][] = [
      [
        { isFlagged: true, state: "spam" },
        /USING (COVERING )?INDEX responses_(flagged|to_do )/,
      ],
      [{ isFlagged: true, callSlug }, /INDEX responses_(flagged|to_do )/],
      [
        { isFlagged: true, assignee: "none", callSlug, state: "all" },
        /INDEX responses_(flagged|to_do )/,
      ],
      [
        { hasFiles: true, callSlug, state: "spam" },
        /INDEX responses_with_files/,
      ],
      [
        { assignee: "me", callSlug, state: "spam" },
        /INDEX responses_\w*by_assignee/,
      ],
      [
        { isFlagged: true, state: "spam", q: "brothers" },
        /INDEX responses_(flagged|to_do )/,
      ],
    ];
    for (const [change, index] of leading) {
      const plans = await plansOf(given, change);
      // But for the states, and for how many are flagged, overdue and with the reader, which the page always tells.
      const listing = plans.filter(
        (plan) =>
          (change.isFlagged ||
            !/ responses USING (COVERING )?INDEX responses_(flagged|to_do_by_due|awaiting_triage_by_assignee)|response_counts/.test(
              plan,
            )) &&
          /^S[A-Z]+ responses USING (COVERING )?INDEX|\nS[A-Z]+ responses USING (COVERING )?INDEX/.test(
            plan,
          ),
      );
      expect({ change, count: listing.length > 1 }).toEqual({
        change,
        count: true,
      });
      for (const plan of listing) expect(plan).toMatch(index);
    }
  });

  test("what a filter leaves is counted a thousand ahead and no further", async () => {
    const { db, staffId } = await givenThousands();
    const viewer = { staffId, role: "reviewer" } as const;
    const everything = { ...wholeQueue, state: "all" as const };
    const pageOf = async (page: number) => {
      const filter = { ...everything, assignee: "none", page };
      return selectQueuePage(db, { filter, viewer, now });
    };
    expect(await pageOf(1)).toMatchObject({ total: 1_000, isMore: true });
    expect(await pageOf(20)).toMatchObject({ total: 1_950, isMore: true });
    const last = await pageOf(1_000);
    const rest = await db
      .selectFrom("responses")
      .select("id")
      .where("assignee_id", "is", null)
      .where("safeguarding_flag", "=", 0)
      .execute();
    expect(last).toMatchObject({ total: rest.length, isMore: false });
    expect(last.page).toBe(Math.ceil(rest.length / 50));
  });

  test("states are counted from the counts, and no response is read for it", async () => {
    const given = await givenThousands();
    const plans = await plansOf(given, {});
    const isCounting = (plan: string) => /response_counts/.test(plan);
    expect(plans.filter(isCounting)).toHaveLength(1);
    // But for what is held back, each by its key, and the few that are frozen.
    for (const plan of plans.filter(isCounting))
      expect(
        plan.replace(/SCAN responses USING INDEX responses_flagged/, ""),
      ).not.toMatch(/SCAN responses|responses USING .*INDEX/);
    const reading = plans.filter((plan) => /\bresponses\b/.test(plan));
    // The ids of the page, how many lines there are, the page, who speaks, and how many are flagged, overdue and with the reader.
    expect(reading.filter((plan) => !isCounting(plan))).toHaveLength(7);
  });

  test("the next response is found in three indexes and nothing is sorted", async () => {
    const { db, staffId } = await givenThousands();
    const plans = await readPlans(db, (watched) =>
      claimNextResponse(watched, { staffId, role: "reviewer", now }),
    );
    const taking =
      plans.find((plan) => plan.includes("awaiting_triage_by_assignee")) ?? "";
    expect(taking).toMatch(/responses_by_claim/);
    expect(taking.match(/responses_awaiting_triage_by_assignee/g)).toHaveLength(
      1,
    );
    expect(taking.match(/responses_by_group/g)).toHaveLength(1);
    expect(plans.filter(isSorted)).toEqual([]);
    expect(plans.filter((plan) => /SCAN responses/.test(plan))).toEqual([]);
  });

  test("what many say is told by a sample that is found by its keys", async () => {
    const { db, staffId } = await givenThousands();
    const viewer = { staffId, role: "reviewer" } as const;
    const plans = await readQueryPlans(db, (watched) =>
      selectCrowds(watched, viewer),
    );
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(
      /^SEARCH responses USING INTEGER PRIMARY KEY \(rowid=\?\)/,
    );
    expect(plans[0]).not.toMatch(/TEMP B-TREE FOR ORDER BY\n.*places/);
  });
});
