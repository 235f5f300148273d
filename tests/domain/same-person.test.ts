import { expect, test } from "vitest";
import {
  acceptSecret,
  knowSecret,
} from "#app/domain/keeping/known-secret.server.ts";
import { readLedger } from "#app/domain/ledger/ledger.server.ts";
import { holdBack } from "#app/domain/responses/held-back.server.ts";
import { replaceIdentities } from "#app/domain/responses/identity.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import {
  findOthersOfPerson,
  keyOfPerson,
  markPerson,
} from "#app/domain/responses/same-person.server.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { createJobHandlers } from "#app/tasks/job-handlers.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { describeLedger } from "#app/screens/review/ledger.ts";
import {
  givenCall,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { workSettings } from "#tests/given/jobs.ts";
import { givenStore } from "#tests/given/files.ts";
import { givenColleague } from "#tests/given/people.ts";
import { now } from "#tests/given/searches.ts";

const { secret } = workSettings;
const [ada, bob] = ["ada@example.org", "bob@example.org"];

/** A call, and a way to answer it with an address: the answers are told by their place, from 1. */
async function givenPeople() {
  const { db, store: attachmentStore } = await givenStore();
  const call = await givenCall(db, { slug: "advice" });
  const lead = await givenColleague(db, { role: "lead" });
  const references: string[] = [];
  const { "response.index": index } = createJobHandlers({
    ...{ db, attachmentStore, env: workSettings, now: () => now },
    logger: { info: () => {}, error: () => {} },
  });
  const answer = async (email?: string, to = call) => {
    const answers = { ...someAdvice, ...(email !== undefined && { email }) };
    const sent = await givenResponse(db, { call: to, answers });
    await index(sent);
    references.push(sent.reference);
    return sent;
  };
  const numbers = (found: string[]) =>
    found.map((one) => references.indexOf(one) + 1).sort();
  const listed = async (q = "has:earlier") => {
    const filter = { ...wholeQueue, state: "all" as const, q };
    const page = await selectQueuePage(db, { filter, viewer: lead, now });
    return numbers(page.rows.map(({ reference }) => reference));
  };
  const others = async (responseId: number, viewer: Viewer = lead) =>
    numbers(await findOthersOfPerson(db, { responseId, viewer }));
  let hours = 0;
  /** What the ledger says, with the list that its link opens. */
  const told = async (callSlug?: string) => {
    // Each an hour later: a busy machine's count is shown for as long as ten of it take.
    hours += 1;
    const at = new Date(now.getTime() + hours * 3_600_000);
    const ledger = await readLedger(db, lead, at);
    const calls = [{ id: call.id, slug: "advice", title: "", closesAt: null }];
    const mayDecideHeldBack = false;
    const asked = { ledger, calls, callSlug, mayDecideHeldBack };
    const { further } = describeLedger(asked);
    if (!further) return [0, []];
    const q = new URL(further.href, "http://x").searchParams.get("q") ?? "";
    return [Number.parseInt(further.link, 10), await listed(q)];
  };
  return { db, call, lead, answer, listed, others, told };
}

test("an address is the same however it is written, in one call and under one secret", () => {
  const key = (address: unknown, callId = 1, by = secret) =>
    keyOfPerson(by, { callId, address });
  expect(key(" Ada <ADA@Example.org>. ")).toBe(key(ada));
  expect(key(ada)).not.toBe(key(bob));
  expect(key(ada)).not.toBe(key(ada, 2));
  expect(key(ada)).not.toBe(key(ada, 1, "another secret"));
  expect(key("call me")).toBeUndefined();
  expect(key(["a", "b"])).toBeUndefined();
});

test("the ledger tells how many are a further one, and its link lists as many", async () => {
  const { db, lead, answer, told, others } = await givenPeople();
  expect(await told()).toEqual([0, []]);
  const first = await answer(ada);
  await answer(bob);
  await answer();
  await answer();
  await answer("ADA@example.org");
  await answer(ada);
  const other = await givenCall(db, { slug: "evidence" });
  const elsewhere = await answer(ada, other);
  expect(await told()).toEqual([2, [5, 6]]);
  expect(await told("advice")).toEqual([2, [5, 6]]);
  expect(await others(first.responseId)).toEqual([5, 6]);
  expect(await others(elsewhere.responseId)).toEqual([]);
  expect(await others(first.responseId, { ...lead, role: "reviewer" })).toEqual(
    [],
  );
});

test("of what is frozen, held back or taken back nothing is told, and nothing by it", async () => {
  const { db, answer, told, others } = await givenPeople();
  const frozen = await answer(ada);
  const held = await answer(ada);
  const withdrawn = await answer(ada);
  const shown = await answer(ada);
  expect(await told()).toEqual([3, [2, 3, 4]]);
  await db
    .updateTable("responses")
    .set({ safeguarding_flag: 1 })
    .where("id", "=", frozen.responseId)
    .execute();
  const reasons = ["filled-trap" as const];
  await db
    .transaction()
    .execute((trx) => holdBack(trx, { ...held, reasons, now }));
  await withdrawOwnResponse(db, { ...withdrawn, now });
  expect(await told()).toEqual([0, []]);
  for (const { responseId } of [frozen, held, withdrawn, shown])
    expect(await others(responseId)).toEqual([]);
  const later = await answer(ada);
  expect(await told()).toEqual([1, [5]]);
  expect(await others(later.responseId)).toEqual([4]);
  expect(await others(frozen.responseId)).toEqual([]);
  expect(await others(held.responseId)).toEqual([]);
  expect(await others(withdrawn.responseId)).toEqual([]);
});

test("who changes or takes back their address is found by what it is now", async () => {
  const { db, answer, listed } = await givenPeople();
  await answer(ada);
  const { responseId } = await answer(bob);
  expect(await listed()).toEqual([]);
  const replace = (value?: string) =>
    db.transaction().execute((trx) =>
      replaceIdentities(trx, {
        ...{ responseId, replaced: ["email"] },
        identities: value === undefined ? [] : [{ questionId: "email", value }],
      }),
    );
  await replace(ada);
  await markPerson(db, { responseId, secret });
  await markPerson(db, { responseId, secret });
  expect(await listed()).toEqual([2]);
  await replace();
  expect(await listed()).toEqual([]);
});

test("under another secret every key is made anew", async () => {
  const { db, answer, listed } = await givenPeople();
  await knowSecret(db, { secret, now });
  await answer(ada);
  const { responseId } = await answer(ada);
  await answer(bob);
  await db.deleteFrom("jobs").execute();
  await acceptSecret(db, { secret: "another secret for the tests", now });
  expect(await listed()).toEqual([]);
  const jobs = await db.selectFrom("jobs").select("payload").execute();
  expect(jobs).toHaveLength(3);
  expect(jobs.map(({ payload }) => JSON.parse(payload))).toContainEqual({
    responseId,
  });
});
