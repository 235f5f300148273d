import { describe, expect, test } from "vitest";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";
import { fillQueue, givenLargeQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function givenTenThousand() {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await fillQueue(db, 10_000, queue);
  return { db, queue, staffId: queue.staffIds[0] ?? "" };
}

/** The tags of one page's 50 rows are sorted by name; nothing else needs to be. */
function isSorted(plan: string) {
  return (
    /\bresponses\b/.test(plan) && plan.includes("TEMP B-TREE FOR ORDER BY")
  );
}

describe("at 10,000 responses", async () => {
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
    ["a tag", (_call, tagId) => ({ tagId })],
    ["a search", () => ({ q: "brothers" })],
    ["a call with files", (callSlug) => ({ callSlug, hasFiles: true })],
    ["the last page", () => ({ page: 1_000 })],
  ];

  test("every filter is read from an index, in its order", async () => {
    const { db, queue, staffId } = await givenTenThousand();
    for (const [name, filterOf] of filters) {
      const change = filterOf(queue.callSlugs[0] ?? "", queue.tagIds[0] ?? 0);
      const filter = { ...wholeQueue, ...change };
      const plans = await readQueryPlans(db, (watched) =>
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

  test("what is found by a tag or a search in every state is the only thing sorted", async () => {
    const { db, queue, staffId } = await givenTenThousand();
    for (const change of [{ tagId: queue.tagIds[0] }, { q: "brothers" }]) {
      const filter = { ...wholeQueue, ...change, state: "all" as const };
      const plans = await readQueryPlans(db, (watched) =>
        selectQueuePage(watched, {
          filter,
          viewer: { staffId, role: "reviewer" },
          now,
        }),
      );
      const sorted = plans.filter(isSorted);
      expect(sorted).toHaveLength(1);
      expect(sorted[0]).toMatch(/SEARCH responses USING INTEGER PRIMARY KEY/);
    }
  });

  test("the next response is found in three indexes and nothing is sorted", async () => {
    const { db, staffId } = await givenTenThousand();
    const plans = await readQueryPlans(db, (watched) =>
      claimNextResponse(watched, { staffId, role: "reviewer", now }),
    );
    const taking =
      plans.find((plan) => plan.includes("SCALAR SUBQUERY 2")) ?? "";
    expect(taking).toMatch(/responses_by_claim/);
    expect(taking.match(/responses_awaiting_triage_by_assignee/g)).toHaveLength(
      2,
    );
    expect(plans.filter(isSorted)).toEqual([]);
    expect(plans.filter((plan) => /SCAN responses/.test(plan))).toEqual([]);
  });
});
