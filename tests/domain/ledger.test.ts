import { expect, inject, test } from "vitest";
import { selectStateChanges } from "#app/domain/ledger/ledger.queries.server.ts";
import { readLedger } from "#app/domain/ledger/ledger.server.ts";
import { ledgerPlaces, sumOf } from "#app/domain/ledger/ledger.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { undoDecision } from "#app/domain/triage/undo-decision.server.ts";
import { recordReading } from "#app/domain/responses/readings.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { addUp } from "#app/screens/review/ledger.ts";
import { describePlace } from "#app/screens/review/ledger-places.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { givenCoding, later, now } from "#tests/given/coded.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";
import { decide } from "#tests/given/decisions.ts";

const nobodyHeldBack = { callSlug: undefined, mayDecideHeldBack: false };

/** Responses in every place but those of the quarantine, of two calls. */
async function givenEveryPlace() {
  const coding = await givenCoding();
  const { db, lead, amina, answer, tag, whole } = coding;
  const read = (responseId: number) =>
    recordReading(db, { responseId, staffId: amina.staffId, now });
  const decided = async (state: Parameters<typeof decide>[1]["state"]) => {
    const { responseId } = await answer();
    await read(responseId);
    await decide(db, { responseId, state, actor: lead, now });
    return responseId;
  };
  await read((await answer()).responseId);
  await whole(await decided("triaged"), await tag("kinship"));
  await whole(await decided("triaged"), await tag("school"));
  await decided("triaged");
  await decided("needs-second-look");
  await decided("out-of-scope");
  await decided("spam");
  await decided("withdrawn");
  const flagged = await answer();
  await raiseSafeguardingFlag(db, {
    ...{ responseId: flagged.responseId, reason: "Says somebody is at risk" },
    ...{ actor: amina, now },
  });
  const other = await givenCall(db, { slug: "evidence" });
  await givenResponse(db, { call: other });
  return { ...coding, decided };
}

test("every response stands in one place, and the sum is what came in", async () => {
  const { db, lead, call } = await givenEveryPlace();
  const ledger = await readLedger(db, lead, now);
  const own = ledger.calls.find(({ callId }) => callId === call.id)?.places;
  expect(own).toEqual({
    ...{ unread: 1, opened: 1, "second-look": 1, safeguarding: 1 },
    ...{ tagged: 2, untagged: 1, "out-of-scope": 1, spam: 1 },
    ...{ "held-back": 0, withdrawn: 1 },
  });
  const { places } = addUp(ledger.calls);
  expect(places.unread).toBe(2);
  const rows = await db.selectFrom("responses").select("id").execute();
  expect(sumOf(places)).toBe(rows.length);
});

test("every place leads to a list of as many", async () => {
  const { db, lead, call } = await givenEveryPlace();
  const { calls } = await readLedger(db, lead, now);
  const { places } = addUp(calls);
  for (const place of ledgerPlaces) {
    const { href } = describePlace(place, nobodyHeldBack);
    if (href === undefined) continue;
    const q = new URL(href, "http://x").searchParams.get("q") ?? "";
    const filter = { ...wholeQueue, state: "all" as const, q };
    const page = await selectQueuePage(db, { filter, viewer: lead, now });
    expect({ place, count: page.rows.length }).toEqual({
      place,
      count: places[place],
    });
  }
  const own = describePlace("tagged", {
    ...nobodyHeldBack,
    callSlug: call.slug,
  });
  expect(own.href).toContain("call%3Aadvice");
});

test("the events tell the same of every response, also after a decision was taken back", async () => {
  const { db, lead, answer } = await givenEveryPlace();
  const { responseId } = await answer();
  await decide(db, { responseId, state: "triaged", actor: lead, now });
  await undoDecision(db, { responseId, actor: lead, now: later(1) });
  expect((await readLedger(db, lead, now)).disagreeing).toEqual([]);
  await db
    .updateTable("responses")
    .set({ state: "spam", awaits_triage: 0 })
    .where("id", "=", responseId)
    .execute();
  // A busy machine's first count is shown for as long as ten of it take.
  const { disagreeing } = await readLedger(db, lead, later(60));
  expect(disagreeing).toEqual([responseId]);
});

test("who did what is counted by person, week and kind", async () => {
  const { db, lead, amina } = await givenEveryPlace();
  const { work } = await readLedger(db, lead, now);
  const of = (staffId: string, kind: string) =>
    work.find((one) => one.staffId === staffId && one.kind === kind);
  expect(of(lead.staffId, "decided")).toMatchObject({
    week: "2026-11-16",
    count: 7,
  });
  expect(of(amina.staffId, "opened")?.count).toBe(8);
  expect(of(amina.staffId, "flagged")?.count).toBe(1);
  expect(of(amina.staffId, "decided")).toBeUndefined();
});

test.skipIf(inject("postgres"))(
  "the record of events is gone through a stretch at a time, each by its ids",
  async () => {
    const { db } = openTestDatabase();
    const plans = await readQueryPlans(db, (watched) =>
      selectStateChanges(watched, { afterId: 0, upToId: 9 }, ["a", "b"]),
    );
    expect(plans).toEqual([
      expect.stringMatching(
        /^SEARCH events USING INTEGER PRIMARY KEY \(rowid>/,
      ),
    ]);
  },
);
