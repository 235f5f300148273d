import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  findSecondStep,
  offerSecondStep,
  renewRecoveryCodes,
  setUpSecondStep,
  takeSecondStepCode,
  takeSecondStepOff,
} from "#app/domain/accounts/second-steps.server.ts";
import { neededSecondStep } from "#app/domain/accounts/second-steps.ts";
import {
  codeOfStep,
  findStep,
  stepOf,
} from "#app/domain/accounts/totp.server.ts";
import { writeKey, writeKeyUri } from "#app/domain/accounts/totp.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { testSecret as secret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { givenSecondStep } from "#tests/given/second-steps.ts";
import { posting } from "#tests/given/team.ts";
import { givenTwoServers } from "#tests/given/two-servers.ts";

const now = new Date("2026-11-22T09:00:10Z");
const afterSeconds = (seconds: number) =>
  new Date(now.getTime() + seconds * 1_000);

describe("a code of an app", () => {
  const key = Buffer.from("12345678901234567890");

  /** RFC 6238, appendix B, of whose eight digits an app shows the last six. */
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is at %i what the standard says", (seconds, code) => {
    const at = new Date(seconds * 1_000);
    expect(codeOfStep(key, stepOf(at))).toBe(code);
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(findStep(key, typed, at)).toBe(stepOf(at));
  });

  test("is taken a step before and after, and no further", () => {
    const code = codeOfStep(key, stepOf(now));
    const found = [-60, -30, 0, 30, 60].map((seconds) =>
      findStep(key, code, afterSeconds(seconds)),
    );
    const step = stepOf(now);
    expect(found).toEqual([undefined, step, step, step, undefined]);
    for (const other of ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
      expect(findStep(key, other, now)).toBeUndefined();
  });

  test("comes of a key that is written as apps read it", () => {
    expect(writeKey(key)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    const uri = writeKeyUri(key, {
      issuer: "Heard: A & B",
      account: "wren+x@review.example",
    });
    const { searchParams, pathname } = new URL(uri);
    expect(searchParams.get("issuer")).toBe("Heard: A & B");
    expect(searchParams.get("secret")).toBe(writeKey(key));
    expect(decodeURIComponent(pathname)).toContain("wren+x@review.example");
    expect(uri).not.toContain("+");
  });
});

async function givenTwoPeople() {
  const { db, atOnce } = await givenTwoServers();
  const earlier = await givenColleague(db);
  const { staffId } = await givenColleague(db);
  const others = await givenSecondStep(db, { staffId: earlier.staffId, now });
  const own = await givenSecondStep(db, { staffId, now });
  const take =
    (code: string, at = now) =>
    (on: Db = db) =>
      takeSecondStepCode(on, { staffId, code, secret, now: at });
  return { db, atOnce, staffId, earlier, others, own, take };
}

describe("a second step", () => {
  test("takes a code once within its time, of two at once one, and none of before it", async () => {
    const { atOnce, own, take } = await givenTwoPeople();
    const code = own.codeAt(now);
    expect((await atOnce(take(code), take(code))).filter(Boolean)).toEqual([
      true,
    ]);
    expect(await take(code)()).toBe(false);
    expect(await take(own.codeAt(now, -1))()).toBe(false);
    expect(await take(own.codeAt(now, 1))()).toBe(true);
    expect(await take(code)()).toBe(false);
  });

  test("takes nobody else's code", async () => {
    const { earlier, db, others, take } = await givenTwoPeople();
    expect(await take(others.codeAt(now))()).toBe(false);
    for (const code of [...others.recoveryCodes, "", "0"])
      expect(await take(code)()).toBe(false);
    const { staffId } = earlier;
    const code = others.codeAt(now);
    const taking = { staffId, code, secret, now };
    expect(await takeSecondStepCode(db, taking)).toBe(true);
  });

  test("takes each of ten recovery codes once, however it is typed", async () => {
    const { db, atOnce, staffId, own, take } = await givenTwoPeople();
    expect(new Set(own.recoveryCodes).size).toBe(10);
    const [first = "", second = ""] = own.recoveryCodes;
    const typed = ` ${second.toLowerCase().replaceAll("-", " ")}`;
    expect((await atOnce(take(typed), take(second))).filter(Boolean)).toEqual([
      true,
    ]);
    expect(await take(second)()).toBe(false);
    expect(await take(first)()).toBe(true);
    expect((await findSecondStep(db, staffId))?.recoveryCodesLeft).toBe(8);
  });

  test("is set up with a code of the key that was offered to this person, not long ago", async () => {
    const { db, staffId, earlier, own, take } = await givenTwoPeople();
    const of = { staffId, secret, now, randomBytes };
    const { key, offer } = offerSecondStep(of);
    const code = codeOfStep(key, stepOf(now));
    const setUp = { ...of, offer, code };
    const wrong = own.codeAt(now);
    expect(await setUpSecondStep(db, { ...setUp, code: wrong })).toMatchObject({
      reason: "wrong-code",
    });
    const oldOffer = { ok: false, reason: "old-offer" };
    for (const other of [
      { ...setUp, staffId: earlier.staffId },
      { ...setUp, offer: "" },
      { ...setUp, now: afterSeconds(30 * 60) },
    ])
      expect(await setUpSecondStep(db, other)).toEqual(oldOffer);
    expect(await take(own.codeAt(now))()).toBe(true);
    expect(await setUpSecondStep(db, setUp)).toMatchObject({ ok: true });
    const later = afterSeconds(60);
    expect(await take(own.codeAt(later), later)()).toBe(false);
    expect(await take(own.recoveryCodes[3] ?? "")()).toBe(false);
    expect(await take(code)()).toBe(false);
  });

  test("is taken off with its recovery codes, signs out and is told by mail; nobody else's is", async () => {
    const { db, staffId, earlier, own, take } = await givenTwoPeople();
    const actor = { kind: "system" } as const;
    const write = () => ({ subject: "A change", text: "It is off" });
    const taking = { ...posting(now), staffId, actor, write };
    expect(await takeSecondStepOff(db, taking)).toBe(true);
    expect(await takeSecondStepOff(db, taking)).toBe(false);
    expect(await take(own.codeAt(now))()).toBe(false);
    expect(await take(own.recoveryCodes[0] ?? "")()).toBe(false);
    expect(await findSecondStep(db, earlier.staffId)).toBeDefined();
    const mails = await db.selectFrom("mails").select("kind").execute();
    expect(mails).toEqual([{ kind: "second-step-off" }]);
    expect((await selectEventTypes(db)).at(-1)).toBe(
      "staff.second-step-taken-off",
    );
  });

  test("that was sealed with another secret opens for nobody, and throws nothing", async () => {
    const { db, staffId, own } = await givenTwoPeople();
    const code = own.codeAt(now);
    const taking = { staffId, code, secret: "x".repeat(32), now };
    expect(await takeSecondStepCode(db, taking)).toBe(false);
  });

  test("is needed of all where that is the rule, and of whoever has one in any case", () => {
    const at = now.toISOString();
    const none = { secondStepAt: null, secondStepSince: null };
    expect(neededSecondStep(none, "required")).toBe("set-up");
    expect(neededSecondStep(none, "waived")).toBe("nothing");
    const has = { ...none, secondStepSince: at };
    expect(neededSecondStep(has, "required")).toBe("code");
    expect(neededSecondStep(has, "waived")).toBe("code");
    const given = { ...has, secondStepAt: at };
    expect(neededSecondStep(given, "required")).toBe("nothing");
  });
});

test("new recovery codes take the place of those of before, for one person and one app", async () => {
  const { db } = openTestDatabase();
  const [other, staff] = [
    await givenStaffMember(db),
    await givenStaffMember(db),
  ];
  const theirs = await givenSecondStep(db, { staffId: other.staffId, now });
  const of = { staffId: staff.staffId, secret, now, randomBytes };
  expect(await renewRecoveryCodes(db, of)).toBeUndefined();
  const before = await givenSecondStep(db, of);
  const made = (await renewRecoveryCodes(db, of)) ?? [];
  expect(new Set(made).size).toBe(10);
  const take = (code = "", staffId = of.staffId) =>
    takeSecondStepCode(db, { ...of, staffId, code });
  expect(await take(before.recoveryCodes[0])).toBe(false);
  expect(await take(made[0])).toBe(true);
  expect(await take(made[0])).toBe(false);
  expect(await take(before.codeAt(now))).toBe(true);
  expect(await take(theirs.recoveryCodes[0], other.staffId)).toBe(true);
});
