import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { findStaffId } from "#app/domain/accounts/account-state.server.ts";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import { disablePerson, enablePerson } from "#app/domain/team/access.server.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { selectEventTypes } from "#tests/asking/events.ts";

const now = new Date("2026-11-26T09:00:00.000Z");

async function of(db: Db, email: string) {
  const staffId = (await findStaffId(db, email)) ?? "";
  return { staffId, actor: { kind: "system" as const } };
}

async function givenSignedIn() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const { auth } = context;
  const signIn = async (email: string, password: string) => {
    const answer = await auth.api.signInEmail({
      body: { email, password },
      asResponse: true,
    });
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  const isSignedIn = async (cookie: string) =>
    (await findSignedInStaff(auth, db, {
      headers: new Headers({ Cookie: cookie }),
      now: new Date(),
    })) !== undefined;
  const earlier = await givenStaffMember(db, { auth });
  const member = await givenStaffMember(db, { auth });
  return { db, signIn, isSignedIn, earlier, member };
}

test("disabling an account ends its sessions and nobody else's, and enabling it revives none", async () => {
  const { db, signIn, isSignedIn, earlier, member } = await givenSignedIn();
  const others = await signIn(earlier.email, earlier.password);
  const own = await signIn(member.email, member.password);
  const email = `  ${member.email.toUpperCase()} `;
  expect(
    await disablePerson(db, { ...(await of(db, email)), now }),
  ).toMatchObject({
    ok: true,
  });
  expect(await isSignedIn(own)).toBe(false);
  expect(await isSignedIn(others)).toBe(true);
  expect(
    await enablePerson(db, { ...(await of(db, email)), now }),
  ).toMatchObject({
    ok: true,
  });
  expect(await isSignedIn(own)).toBe(false);
  expect(await isSignedIn(await signIn(member.email, member.password))).toBe(
    true,
  );
  expect((await selectEventTypes(db)).slice(-2)).toEqual([
    "staff.disabled",
    "staff.enabled",
  ]);
});

test("what is so already is told and not written down again", async () => {
  const { db, member } = await givenSignedIn();
  const { email } = member;
  const later = new Date(now.getTime() + 1_000);
  const alreadySo = { ok: false, reason: "already-so" };
  expect(await enablePerson(db, { ...(await of(db, email)), now })).toEqual(
    alreadySo,
  );
  await disablePerson(db, { ...(await of(db, email)), now });
  expect(
    await disablePerson(db, { ...(await of(db, email)), now: later }),
  ).toEqual(alreadySo);
  const { disabled_at } = await db
    .selectFrom("staff")
    .select("disabled_at")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  expect(disabled_at).toBe(now.toISOString());
  expect(
    await disablePerson(db, {
      ...(await of(db, "nobody@review.example")),
      now,
    }),
  ).toEqual({ ok: false, reason: "not-found" });
});
