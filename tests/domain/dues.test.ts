import { expect, inject, test } from "vitest";
import { type DueRule, dueDay, dueSchema } from "#app/domain/calls/dues.ts";
import { setDueRule } from "#app/domain/calls/dues.server.ts";
import { putDueDays } from "#app/domain/responses/dues.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { findNeighbours } from "#app/domain/triage/list-walk.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { saveView } from "#app/domain/triage/views.server.ts";
import { describeRows } from "#app/screens/review/queue-rows.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

/** Three came on the first days of February 2021, one a day, and two to another call. */
const now = new Date("2021-02-10T10:00:00.000Z");

async function givenDues() {
  const { db } = openTestDatabase();
  const { call, references } = await givenQueue(db, 3);
  const other = await givenQueue(db, 2);
  references.push(...other.references);
  const lead = await givenColleague(db, { role: "lead" });
  const rule = async (of: { id: number }, set: DueRule) => {
    const actor = { kind: "staff" as const, staffId: lead.staffId };
    await setDueRule(db, { callId: of.id, rule: set, actor, now });
    await putDueDays(db, { callId: of.id }, async () => {});
  };
  const page = (change: Partial<QueueFilter>) => {
    const filter = { ...wholeQueue, state: "all" as const, ...change };
    return selectQueuePage(db, { filter, viewer: lead, now });
  };
  const find = async (q: string) =>
    (await page({ q })).rows.map(
      ({ reference }) => references.indexOf(reference) + 1,
    );
  return { db, call, other: other.call, lead, references, rule, page, find };
}

test("a response is due so many London days after it came, or on the day that holds for all", () => {
  const late = "2021-03-27T23:30:00.000Z";
  expect(dueDay({ withinDays: 2 }, late)).toBe("2021-03-29");
  expect(dueDay({ withinDays: 2 }, "2021-03-28T23:30:00.000Z")).toBe(
    "2021-03-31",
  );
  expect(dueDay({ by: "2021-04-01" }, late)).toBe("2021-04-01");
  const isTaken = (withinDays: string, by: string) =>
    dueSchema.safeParse({ withinDays, by }).success;
  for (const [days, by] of [
    ["0", ""],
    ["366", ""],
    ["1.5", ""],
    ["", "2021-02-30"],
    ["", "2/30/2021"],
    ["", "February 2021"],
    ["", "9999-12-31"],
    ["3", "2021-02-20"],
  ] as const)
    expect({ days, by, isTaken: isTaken(days, by) }).toEqual({
      ...{ days, by, isTaken: false },
    });
  expect(isTaken("365", "")).toBe(true);
  expect(isTaken("", "")).toBe(true);
  for (const by of ["1/2/2021", "1 February 2021", "1 Feb 2021", "2021-02-01"])
    expect(dueSchema.parse({ by })).toEqual({ rule: { by: "2021-02-01" } });
});

test("what is due is found and sorted by its day, whatever its call", async () => {
  const { rule, call, other, find, page, db, references, lead } =
    await givenDues();
  expect(await find("due:any")).toEqual([]);
  await rule(call, { withinDays: 8 });
  await rule(other, { by: "2021-02-12" });
  expect(await find("due:overdue")).toEqual([1]);
  expect(await find("due:today")).toEqual([2]);
  expect(await find("due:<2d sort:due")).toEqual([1, 2, 3]);
  expect(await find("due:>1d")).toEqual([4, 5]);
  expect(await find("due:none")).toEqual([]);
  expect(await find("sort:due")).toEqual([1, 2, 3, 4, 5]);
  await rule(other, { by: "2021-02-09" });
  expect(await find("sort:due")).toEqual([1, 4, 5, 2, 3]);
  expect((await page({})).overdueCount).toBe(3);
  expect((await page({ callSlug: call.slug })).overdueCount).toBe(1);
  const at = await findVisibleResponse(db, {
    ...{ reference: references[4] ?? "", viewer: lead, now },
  });
  if (!at) throw new Error("It is there");
  const filter = { ...wholeQueue, sort: "due" as const };
  expect(await findNeighbours(db, { filter, at, viewer: lead, now })).toEqual({
    previous: references[3],
    next: references[1],
  });
  await rule(call, undefined);
  expect(await find("due:none")).toEqual([1, 2, 3]);
});

test("what comes later is due as well, what is decided is not any more, and a row says which", async () => {
  const { db, call, rule, find, page, references } = await givenDues();
  await rule(call, { withinDays: 8 });
  const receivedAt = new Date("2021-02-09T09:00:00.000Z");
  const sent = await givenResponse(db, { call, receivedAt });
  await indexResponse(db, sent);
  references.push(sent.reference);
  expect(await find("due:>5d")).toEqual([6]);
  const rows = async () => {
    const { rows: found } = await page({ sort: "due" });
    const shown = { filter: wholeQueue, q: "", isOfWords: false };
    return describeRows(found, {
      ...{ ...shown, here: "", mayActInBulk: false, now },
    }).map(({ waiting, isOverdue }) => [waiting, isOverdue]);
  };
  expect((await rows()).slice(0, 5)).toEqual([
    ["1 day overdue", true],
    ["Due today", false],
    ["Due tomorrow", false],
    ["Due in 7 days", false],
    ["Waiting 9 days", false],
  ]);
  await db
    .updateTable("responses")
    .set({ state: "triaged", awaits_triage: 0 })
    .where("reference", "=", references[0] ?? "")
    .execute();
  expect(await find("due:overdue")).toEqual([]);
  expect((await page({})).overdueCount).toBe(0);
});

test("a view keeps the order", async () => {
  const { db, lead } = await givenDues();
  const saved = await saveView(db, {
    ...{ name: "Late", q: "due:overdue", sort: "due", isShared: false },
    ...{ actor: lead, now },
  });
  expect(saved).toMatchObject({ ok: true, view: { sort: "due" } });
});

test.skipIf(inject("postgres"))(
  "what is late is counted and listed from an index in its order",
  async () => {
    const { db, lead } = await givenDues();
    const filter = { ...wholeQueue, q: "due:overdue sort:due", page: 2 };
    const plans = await readQueryPlans(db, (watched) =>
      selectQueuePage(watched, { filter, viewer: lead, now }),
    );
    const due = plans.filter((plan) =>
      /responses USING (COVERING )?INDEX responses_to_do_by_due \(due_on<\?\)/.test(
        plan,
      ),
    );
    expect(due.length).toBeGreaterThanOrEqual(3);
    for (const plan of due) expect(plan).not.toMatch(/TEMP B-TREE/);
  },
);
