import { expect, test } from "vitest";
import { changeOwnPassword } from "#app/domain/team/change-password.server.ts";
import { disablePerson } from "#app/domain/team/access.server.ts";
import {
  resetPassword,
  sendReset,
  sendResetTo,
} from "#app/domain/team/resets.server.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { makeTestContext, testSecret as secret } from "#tests/given/context.ts";
import { givenColleague } from "#tests/given/people.ts";
import { codeMailedTo, posting } from "#tests/given/team.ts";
import { countEvents, givenTwoServers } from "#tests/given/two-servers.ts";

const now = new Date("2026-11-22T09:00:00Z");
const afterMinutes = (minutes: number) =>
  new Date(now.getTime() + minutes * 60_000);
const another = "quiet-harbour-lantern";

async function givenForgetful() {
  const { db, atOnce } = await givenTwoServers();
  const { auth } = await makeTestContext(db);
  const earlier = await givenStaffMember(db, { auth });
  const member = await givenStaffMember(db, { auth, name: "Wren" });
  const admin = await givenColleague(db, { role: "admin" });
  const actor = { kind: "staff" as const, staffId: admin.staffId };
  const write = (code: string) => ({ subject: "A code", text: code });
  const { internalAdapter } = await auth.$context;
  for (const { staffId } of [earlier, member, member])
    await internalAdapter.createSession(staffId);
  const send = async (at = now) => {
    const { staffId, email } = member;
    await sendReset(db, { ...posting(at), staffId, actor, write });
    return codeMailedTo(db, { email, now: at });
  };
  const reset = (code: string, at = now, password = another) =>
    resetPassword(db, auth, { code, password, secret, now: at });
  const signsIn = async (email: string, password: string) =>
    (
      await auth.api.signInEmail({
        body: { email, password },
        asResponse: true,
      })
    ).ok;
  const sessionsOf = async (staffId: string) =>
    db
      .selectFrom("staff_sessions")
      .select("id")
      .where("userId", "=", staffId)
      .execute();
  return {
    ...{ db, auth, atOnce, earlier, member, actor, write },
    ...{ send, reset, signsIn, sessionsOf },
  };
}

test("a code sets another password once, and ends that person's sessions only", async () => {
  const { db, earlier, member, send, reset, signsIn, sessionsOf } =
    await givenForgetful();
  const code = await send();
  expect(code).toHaveLength(29);
  expect(await signsIn(member.email, member.password)).toBe(true);
  expect(await reset(code)).toEqual({ ok: true });
  expect(await sessionsOf(member.staffId)).toEqual([]);
  expect(await sessionsOf(earlier.staffId)).toHaveLength(1);
  expect(await signsIn(member.email, member.password)).toBe(false);
  expect(await signsIn(member.email, another)).toBe(true);
  expect(await signsIn(earlier.email, earlier.password)).toBe(true);
  expect(await reset(code)).toMatchObject({ reason: "unknown-code" });
  expect((await selectEventTypes(db)).slice(-2)).toEqual([
    "staff.reset-sent",
    "staff.password-reset",
  ]);
});

test("a code ends after an hour, with the next one, and with the account", async () => {
  const { db, member, actor, write, send, reset } = await givenForgetful();
  const first = await send();
  const second = await send(afterMinutes(1));
  expect(await reset(first)).toMatchObject({ reason: "unknown-code" });
  expect(await reset(second, afterMinutes(61))).toMatchObject({
    reason: "expired",
  });
  await disablePerson(db, { staffId: member.staffId, actor, now });
  expect(await reset(second)).toMatchObject({ reason: "unknown-code" });
  const { staffId } = member;
  const sending = { ...posting(now), staffId, actor, write };
  expect(await sendReset(db, sending)).toBeUndefined();
});

test("of two uses at once one sets the password", async () => {
  const { db, auth, atOnce, send } = await givenForgetful();
  const code = await send();
  const use = (password: string) => () =>
    resetPassword(db, auth, { code, password, secret, now });
  const outcomes = await atOnce(use(another), use("another-quiet-harbour"));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await countEvents(db, "staff.password-reset")).toBe(1);
});

test("a code for an invitation resets nothing, and a weak password leaves the code", async () => {
  const { send, reset } = await givenForgetful();
  const code = await send();
  expect(await reset(code, now, "short")).toMatchObject({
    reason: "password-too-short",
  });
  expect(await reset(code)).toEqual({ ok: true });
});

test("whoever asks by an address leaves a mail where it is known, and nothing where it is not", async () => {
  const { db, member, write } = await givenForgetful();
  const sending = { ...posting(now), write };
  const count = async () =>
    (await db.selectFrom("mails").select("id").execute()).length;
  await sendResetTo(db, { ...sending, email: "nobody@review.example" });
  expect(await count()).toBe(0);
  await sendResetTo(db, { ...sending, email: member.email.toUpperCase() });
  expect(await count()).toBe(1);
});

test("one's own password is changed by whoever knows the old one; the session that asks goes on", async () => {
  const { db, auth, earlier, member, signsIn, sessionsOf } =
    await givenForgetful();
  const { staffId, password: oldPassword } = member;
  const [session] = await sessionsOf(staffId);
  const change = {
    ...{ staffId, oldPassword, newPassword: another, now },
    sessionId: session?.id,
  };
  for (const wrong of [another, earlier.password])
    expect(
      await changeOwnPassword(db, auth, { ...change, oldPassword: wrong }),
    ).toEqual({ ok: false, reason: "wrong" });
  expect(await changeOwnPassword(db, auth, change)).toEqual({ ok: true });
  expect(await sessionsOf(staffId)).toEqual([session]);
  expect(await sessionsOf(earlier.staffId)).toHaveLength(1);
  expect(await signsIn(member.email, another)).toBe(true);
  expect(await signsIn(earlier.email, another)).toBe(false);
});

test("one's own change of password ends a code that was mailed before it, and nobody else's", async () => {
  const { db, auth, member, earlier, write, send, reset } =
    await givenForgetful();
  const code = await send();
  let theirs = "";
  await sendReset(db, {
    ...{ ...posting(now), staffId: earlier.staffId },
    actor: { kind: "system" },
    write: (made) => write((theirs = made)),
  });
  const { staffId, password: oldPassword } = member;
  const change = { staffId, oldPassword, newPassword: another, now };
  await changeOwnPassword(db, auth, { ...change, sessionId: undefined });
  expect(await reset(code)).toMatchObject({ reason: "unknown-code" });
  expect(await reset(theirs)).toEqual({ ok: true });
});
