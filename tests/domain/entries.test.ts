import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { readReceivedOn } from "#app/domain/entries/entries.ts";
import {
  checkEntry,
  findEntry,
  listEntries,
  openLetter,
} from "#app/domain/entries/entries.server.ts";
import {
  findByReceipt,
  readOwnResponse,
} from "#app/domain/responses/own-responses.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { keyIn } from "#tests/given/entries.ts";
import { givenColleague } from "#tests/given/people.ts";
import { now } from "#tests/given/tables.ts";

let db: Db;
let call: Call;
let keyer: StaffMember;
let checker: StaffMember;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  call = await givenCall(db);
  keyer = await givenColleague(db, { role: "reviewer", name: "Kim" });
  checker = await givenColleague(db, { role: "reviewer", name: "Chris" });
  // A response of the form, and an earlier entry, that must not be meant.
  await givenResponse(db, { call });
  await keyIn(db, { call, actor: checker });
});

async function given(typed?: Record<string, unknown>) {
  const keyed = await keyIn(db, {
    ...{ call, actor: keyer },
    ...(typed && { typed: typed as Record<string, string> }),
  });
  if (!keyed.ok) throw new Error(keyed.reason);
  return keyed;
}

test("a letter joins the responses with its channel, its day, and what identifies apart", async () => {
  const { responseId, reference } = await given({
    "what-first": "Ask us first.",
    email: "ann@example.org",
  });
  const row = await db
    .selectFrom("responses")
    .select(["channel", "received_at", "recorded_at"])
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({
    channel: "letter",
    received_at: "2026-11-21T12:00:00.000Z",
    recorded_at: now.toISOString(),
  });
  const answers = await db
    .selectFrom("answers")
    .select("question_id")
    .where("response_id", "=", responseId)
    .execute();
  expect(answers).toEqual([{ question_id: "what-first" }]);
  const identities = await db
    .selectFrom("identities")
    .select("question_id")
    .where("response_id", "=", responseId)
    .execute();
  expect(identities).toEqual([{ question_id: "email" }]);
  expect(await findEntry(db, { reference, viewer: checker })).toMatchObject({
    keyedByName: "Kim",
    checkedByName: undefined,
  });
});

describe("what cannot be kept is refused", () => {
  test("nothing at all, unless there is a scan", async () => {
    const empty = { call, actor: keyer, typed: {} };
    expect(await keyIn(db, empty)).toEqual({ ok: false, reason: "no-answer" });
    expect(await keyIn(db, { ...empty, hasScan: true })).toMatchObject({
      ok: true,
    });
  });

  test("an answer that does not fit, with its message", async () => {
    const typed = { email: "not an address" };
    expect(await keyIn(db, { call, actor: keyer, typed })).toMatchObject({
      ok: false,
      reason: "unfit",
      problems: { email: expect.any(String) as string },
    });
  });

  test.each([
    ["22/11/2026", { ok: true, receivedAt: now }],
    ["21/11/2026", { ok: true, receivedAt: new Date("2026-11-21T12:00:00Z") }],
    ["23/11/2026", { ok: false, problem: "in-future" }],
    ["31/2/2026", { ok: false, problem: "not-a-day" }],
    ["11/21/2026", { ok: false, problem: "not-a-day" }],
  ])("the day %s", (typed, read) => {
    expect(readReceivedOn(typed, now)).toEqual(read);
  });
});

describe("a second person", () => {
  test("checks what a colleague keyed in, once; nobody checks their own", async () => {
    const { reference } = await given();
    const by = (actor: StaffMember) =>
      checkEntry(db, { reference, actor, now });
    expect(await by(keyer)).toEqual({ ok: false, reason: "own" });
    const before = await listEntries(db, checker);
    expect(before.unchecked.map((entry) => entry.keyedByName)).toEqual([
      "Chris",
      "Kim",
    ]);
    expect(await by(checker)).toEqual({ ok: true });
    expect(await by(checker)).toEqual({ ok: false, reason: "checked" });
    const after = await listEntries(db, keyer);
    expect(after.unchecked.map((entry) => entry.keyedByName)).toEqual([
      "Chris",
    ]);
    expect(after.checked).toMatchObject([
      { reference, checkedByName: "Chris" },
    ]);
  });

  test("corrects it, which is told as theirs and not as the sender's", async () => {
    const { responseId } = await given();
    const changed = await changeOwnAnswer(db, {
      ...{ responseId, questionId: "what-first", typed: "Ask us last." },
      ...{ version: 1, leavesOut: [], messages: wordsIn("en").questions, now },
      by: checker,
    });
    expect(changed).toEqual({ ok: true, version: 2 });
    const own = await readOwnResponse(db, responseId);
    expect(own?.answers.find(({ line }) => line)?.line).toBe("Ask us last.");
    const event = await db
      .selectFrom("events")
      .select(["type", "actor_id"])
      .where("subject_kind", "=", "response")
      .where("subject_id", "=", responseId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      type: "response.entry-corrected",
      actor_id: checker.staffId,
    });
  });
});

describe("the letter to its sender", () => {
  test("has the code that opens this response and no other", async () => {
    const { reference, responseId } = await given();
    const open = { reference, actor: keyer, secret: testSecret, now };
    const letter = await openLetter(db, open);
    const code = letter?.receiptCode ?? "";
    const typed = { reference, code, secret: testSecret };
    expect(await findByReceipt(db, typed)).toEqual({ responseId, reference });
    const earlier = await listEntries(db, checker);
    const other = earlier.unchecked[0]?.reference ?? "";
    expect(other).not.toBe(reference);
    expect(
      await findByReceipt(db, { ...typed, reference: other }),
    ).toBeUndefined();
  });

  test("opens to whoever keyed it in and to leads, and each opening is written down", async () => {
    const { reference, responseId } = await given();
    const lead = await givenColleague(db, { role: "lead" });
    const open = (actor: StaffMember) =>
      openLetter(db, { reference, actor, secret: testSecret, now });
    expect(await open(checker)).toBeUndefined();
    expect(await open(keyer)).toBeDefined();
    expect(await open(lead)).toBeDefined();
    const openings = await db
      .selectFrom("events")
      .select("actor_id")
      .where("type", "=", "response.letter-opened")
      .where("subject_id", "=", responseId)
      .orderBy("id")
      .execute();
    expect(openings.map(({ actor_id }) => actor_id)).toEqual([
      keyer.staffId,
      lead.staffId,
    ]);
  });
});
