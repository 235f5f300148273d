import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import {
  inviteAgain,
  invitePerson,
  joinTeam,
  selectInvitations,
  withdrawInvitation,
} from "#app/domain/team/invitations.server.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { testSecret as secret } from "#tests/given/context.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenInvitation, posting } from "#tests/given/team.ts";
import { countEvents, givenTwoServers } from "#tests/given/two-servers.ts";

const now = new Date("2026-11-22T09:00:00Z");
const afterDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const publicBaseUrl = new URL("http://localhost:3000");

async function givenTeam() {
  const { db, atOnce } = await givenTwoServers();
  await givenInvitation(db, {
    actor: await givenColleague(db, { role: "admin" }),
    ...{ email: "earlier@review.example", role: "admin", now },
  });
  const actor = await givenColleague(db, { role: "admin", name: "Ada" });
  return { db, atOnce, actor };
}

const join =
  (code: string, more: { name?: string; password?: string; at?: Date } = {}) =>
  (db: Db) => {
    const { name = "Wren", password = "three-plain-lanterns", at = now } = more;
    const auth = createStaffAuth(db, { secret, publicBaseUrl });
    return joinTeam(db, auth, { code, name, password, secret, now: at });
  };

async function lastIdFor(db: Db, email: string): Promise<string> {
  const invitations = await selectInvitations(db, now);
  const found = invitations.find((one) => one.email === email);
  return found?.invitationId ?? "";
}

const membersOf = (db: Db, email: string) =>
  db
    .selectFrom("staff")
    .select(["name", "role"])
    .where("email", "=", email)
    .execute();

test("whoever has the code joins as what they were invited, by the address it was sent to", async () => {
  const { db, actor } = await givenTeam();
  const { code } = await givenInvitation(db, {
    ...{ actor, email: " Wren@Review.example ", role: "lead", now },
  });
  const typed = code.toLowerCase().replaceAll("-", " ");
  expect(await join(typed)(db)).toMatchObject({
    ok: true,
    email: "wren@review.example",
  });
  expect(await membersOf(db, "wren@review.example")).toEqual([
    { name: "Wren", role: "lead" },
  ]);
  const states = await selectInvitations(db, now);
  expect(states.map(({ email }) => email)).toEqual(["earlier@review.example"]);
});

test("two uses of one code at once make one account", async () => {
  const { db, atOnce, actor } = await givenTeam();
  const { code, email } = await givenInvitation(db, { actor, now });
  const joined = await atOnce(join(code), join(code, { name: "Robin" }));
  expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
  expect(joined.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: "used" },
  ]);
  expect(await membersOf(db, email)).toHaveLength(1);
  expect(await countEvents(db, "staff.added")).toBe(1);
});

test("a code that was used, withdrawn, replaced or has ended is told apart from one that never was", async () => {
  const { db, actor } = await givenTeam();
  const used = await givenInvitation(db, { actor, now });
  await join(used.code)(db);
  expect(await join(used.code)(db)).toMatchObject({ reason: "used" });
  const email = "robin@review.example";
  const first = await givenInvitation(db, { actor, email, now });
  const second = await givenInvitation(db, { actor, email, now });
  expect(await join(first.code)(db)).toMatchObject({ reason: "withdrawn" });
  const at = afterDays(7);
  expect(await join(second.code, { at })(db)).toMatchObject({
    reason: "expired",
  });
  const invitationId = await lastIdFor(db, email);
  expect(await withdrawInvitation(db, { invitationId, actor, now })).toBe(true);
  expect(await withdrawInvitation(db, { invitationId, actor, now })).toBe(
    false,
  );
  expect(await join(second.code)(db)).toMatchObject({ reason: "withdrawn" });
  const never = "0000-0000-0000-0000-0000-0000";
  for (const code of [never, "", "x".repeat(500)])
    expect(await join(code)(db)).toMatchObject({ reason: "unknown-code" });
  expect(await membersOf(db, email)).toEqual([]);
});

test("a password that is refused leaves the code to be used again", async () => {
  const { db, actor } = await givenTeam();
  const { code } = await givenInvitation(db, { actor, now });
  expect(await join(code, { password: "short" })(db)).toMatchObject({
    reason: "password-too-short",
  });
  expect(await join(code, { password: "wren-review-2026" })(db)).toMatchObject({
    reason: "password-common",
  });
  expect(await join(code)(db)).toMatchObject({ ok: true });
});

test("an invitation is sent again as what it was, after it has ended too; whoever is on the team is invited no more", async () => {
  const { db, actor } = await givenTeam();
  const { code, email } = await givenInvitation(db, { actor, now });
  const invitationId = await lastIdFor(db, email);
  const later = afterDays(30);
  let again = "";
  const write = (made: string) => ((again = made), { subject: "", text: made });
  const sending = { ...posting(later), actor, write };
  expect(await inviteAgain(db, { ...sending, invitationId })).toEqual({
    ok: true,
  });
  expect(await join(code, { at: later })(db)).toMatchObject({ ok: false });
  expect(await join(again, { at: later })(db)).toMatchObject({ ok: true });
  expect(await membersOf(db, email)).toEqual([{ name: "Wren", role: "lead" }]);
  const taken = { ok: false, reason: "email-taken" };
  expect(await inviteAgain(db, { ...sending, invitationId })).toEqual(taken);
  const role = "reviewer";
  const upper = email.toUpperCase();
  expect(await invitePerson(db, { ...sending, email: upper, role })).toEqual(
    taken,
  );
});

test("neither the address nor the code stands in an event, a job or a waiting mail", async () => {
  const { db, actor } = await givenTeam();
  const { code, email } = await givenInvitation(db, { actor, now });
  const tables = ["events", "jobs", "mails"] as const;
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(email);
    expect(JSON.stringify(rows)).not.toContain(code);
  }
  const kept = await db.selectFrom("staff_invitations").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(code);
  expect((await selectEventTypes(db)).slice(-1)).toEqual(["staff.invited"]);
});
