import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  findEmailOfResponse,
  openOriginal,
} from "#app/domain/entries/emails/originals.server.ts";
import {
  deleteOldEmails,
  findReceivedEmail,
  leaveEmailOut,
  listReceivedEmails,
  putEmailBack,
} from "#app/domain/entries/emails/received-emails.server.ts";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { filePart, makeEml, makeMailbox } from "#tests/fixtures/emails.ts";
import { testSecret } from "#tests/given/context.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { givenEmail } from "#tests/given/entries.ts";
import { givenColleague } from "#tests/given/people.ts";
import { now } from "#tests/given/tables.ts";

let db: Db;
let call: Call;
let actor: StaffMember;
/** An earlier one, that must not be meant. */
let earlier: number;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  call = await givenCall(db);
  actor = await givenColleague(db, { role: "reviewer", name: "Kim" });
  [earlier = 0] = await bring(makeEml({ id: "0@x", subject: "Earlier" }));
});

const bring = (bytes: Buffer) => givenEmail(db, { call, actor, bytes });

function takeIn(emailId: number) {
  return enterForSender(db, {
    ...{ call, channel: "email", receivedAt: now, hasScan: true, actor, now },
    ...{ typed: { "what-first": "Ask us first." }, secret: testSecret },
    ...{ emailId, messages: wordsIn("en").questions, randomBytes },
  });
}

const listed = async () => {
  const { waiting, leftOut } = await listReceivedEmails(db);
  const subjects = (of: typeof waiting) => of.map((one) => one.facts?.subject);
  return { waiting: subjects(waiting), leftOut: subjects(leftOut) };
};

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("the emails of a mailbox wait one by one, and one that was brought before is told as such", async () => {
  await bring(
    makeMailbox([
      makeEml({ id: "1@x", subject: "First" }),
      makeEml({ id: "0@x", subject: "Earlier" }),
    ]),
  );
  const { waiting } = await listReceivedEmails(db);
  expect(
    waiting.map(({ facts, isTwice }) => [facts?.subject, isTwice]),
  ).toEqual([
    ["Earlier", false],
    ["First", false],
    ["Earlier", true],
  ]);
});

describe("an email that is taken in", () => {
  test("is an entry, whose sender is forgotten here, and is kept as it came", async () => {
    const big = filePart("noise.txt", randomBytes(3_000_000));
    const bytes = makeEml({ id: "1@x", parts: [big] });
    const [emailId = 0] = await bring(bytes);
    const entered = await takeIn(emailId);
    if (!entered.ok) throw new Error(entered.reason);
    const email = await findEmailOfResponse(db, entered.responseId);
    expect(email).toMatchObject({ emailId, facts: undefined });
    if (!email) throw new Error("No email");
    const opened = await openOriginal(db, {
      ...{ email, actor, now, stagingFolder: makeTestFolder() },
      scan: () => Promise.resolve({ state: "clean" }),
    });
    expect(opened).toMatchObject({ ok: true, isScanned: true });
    expect(opened.ok && opened.bytes.equals(bytes)).toBe(true);
    const rows = await db
      .selectFrom("received_emails")
      .select("facts")
      .where("id", "=", emailId)
      .execute();
    expect(JSON.stringify(rows)).not.toContain("example.org");
    expect(await listed()).toEqual({ waiting: ["Earlier"], leftOut: [] });
  });

  test("is taken in once, however many press", async () => {
    const outcomes = await Promise.all([takeIn(earlier), takeIn(earlier)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes).toContainEqual({ ok: false, reason: "settled" });
    const { count } = await db
      .selectFrom("entries")
      .select(({ fn }) => fn.countAll<string | number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(1);
  });

  test("is not handed out where the scanner finds something in it", async () => {
    const email = await findReceivedEmail(db, earlier);
    if (!email) throw new Error("No email");
    const opened = await openOriginal(db, {
      ...{ email, actor, now, stagingFolder: makeTestFolder() },
      scan: () => Promise.resolve({ state: "infected", signature: "x" }),
    });
    expect(opened).toEqual({ ok: false });
  });
});

describe("an email that is left out", () => {
  const leave = (emailId: number) =>
    leaveEmailOut(db, { emailId, actor, now, reason: "other" });

  test("stays with its reason, and can be put back and taken in", async () => {
    const [other = 0] = await bring(makeEml({ id: "1@x", subject: "Other" }));
    expect(await leave(other)).toBe(true);
    expect(await leave(other)).toBe(false);
    expect(await listed()).toEqual({
      waiting: ["Earlier"],
      leftOut: ["Other"],
    });
    expect(await takeIn(other)).toEqual({ ok: false, reason: "settled" });
    expect(await putEmailBack(db, { emailId: other, actor, now })).toBe(true);
    expect(await putEmailBack(db, { emailId: other, actor, now })).toBe(false);
    expect(await takeIn(other)).toMatchObject({ ok: true });
    expect(await leave(other)).toBe(false);
  });

  test("is deleted after 30 days, and no other is", async () => {
    const [other = 0] = await bring(makeEml({ id: "1@x", subject: "Other" }));
    await leave(other);
    expect(await deleteOldEmails(db, later(30))).toBe(0);
    expect(await deleteOldEmails(db, later(31))).toBe(1);
    expect(await listed()).toEqual({ waiting: ["Earlier"], leftOut: [] });
  });
});
