import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  type Coming,
  findLinkedSince,
  knowPerson,
  unlinkProvider,
} from "#app/domain/accounts/provider-links.server.ts";
import { disablePerson, enablePerson } from "#app/domain/team/access.server.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { givenColleague } from "#tests/given/people.ts";
import { posting } from "#tests/given/team.ts";
import { givenTwoServers } from "#tests/given/two-servers.ts";

const now = new Date("2026-11-28T09:00:00Z");
const issuer = "https://id.example";
const write = ({ name }: { name: string }) => ({ subject: "A", text: name });

/** Wren and, before them, another, each with an address of theirs. */
async function givenTeam() {
  const { db, atOnce } = await givenTwoServers();
  const [kim, wren] = [await givenColleague(db), await givenColleague(db)];
  await givenColleague(db, { role: "admin" });
  const addressOf = ({ staffId }: { staffId: string }) =>
    `${staffId}@review.example`;
  const come =
    (subject: string, email: string, of: Partial<Coming["person"]> = {}) =>
    (on: Db = db) => {
      const person = { issuer, subject, email, isVerified: true, ...of };
      const coming = { ...posting(now), person, provider: "N", write };
      return on.transaction().execute((trx) => knowPerson(trx, coming));
    };
  const unlink = ({ staffId }: { staffId: string }) => {
    const actor = { kind: "system" } as const;
    return unlinkProvider(db, { ...posting(now), staffId, actor, write });
  };
  return { db, atOnce, kim, wren, addressOf, come, unlink };
}

const mailsOf = (db: Db) => db.selectFrom("mails").select("kind").execute();

test("the first to come with an address is linked and told of it; from then on it is not the address that decides", async () => {
  const { db, kim, wren, addressOf, come } = await givenTeam();
  const address = addressOf(wren);
  const { staffId } = wren;
  const linked = { ok: true, staffId, isNew: true };
  expect(await come("7", address.toUpperCase())()).toEqual(linked);
  expect(await mailsOf(db)).toEqual([{ kind: "provider-link" }]);
  expect(await findLinkedSince(db, staffId)).toBe(now.toISOString());
  expect(await findLinkedSince(db, kim.staffId)).toBeUndefined();
  const again = { ok: true, staffId, isNew: false };
  for (const [email, isVerified] of [
    [address, true],
    ["married@elsewhere.example", true],
    // An address that is another's by now opens nothing of theirs.
    [addressOf(kim), true],
    ["", false],
  ] as const)
    expect(await come("7", email, { isVerified })()).toEqual(again);
  for (const subject of ["8", "07", "7 "])
    expect(await come(subject, address)()).toEqual({
      ...{ ok: false, reason: "another" },
    });
  expect(await mailsOf(db)).toHaveLength(1);
  expect(await selectEventTypes(db)).toEqual([
    "staff.provider-linked",
    ...Array.from({ length: 3 }, () => "staff.provider-refused"),
  ]);
  // Subjects are told apart to the letter.
  expect(await come("a", addressOf(kim))()).toMatchObject({ isNew: true });
  expect(await come("A", addressOf(kim))()).toMatchObject({ ok: false });
});

test("a subject is a person with one provider: with the next they are linked anew", async () => {
  const { kim, wren, addressOf, come, unlink } = await givenTeam();
  const next = { issuer: "https://next.example" };
  await come("7", addressOf(wren))();
  expect(await come("7", addressOf(kim), next)()).toMatchObject({
    ...{ staffId: kim.staffId, isNew: true },
  });
  expect(await come("9", addressOf(wren), next)()).toMatchObject({
    ...{ staffId: wren.staffId, isNew: true },
  });
  expect(await unlink(wren)).toBe(true);
  expect(await come("7", "nobody@review.example")()).toMatchObject({
    reason: "stranger",
  });
  expect(await come("7", "", next)()).toMatchObject({ staffId: kim.staffId });
});

test("of two who come at once for the first time one is linked, and one subject never to two people", async () => {
  const { db, atOnce, kim, wren, addressOf, come } = await givenTeam();
  const two = await atOnce(
    come("7", addressOf(wren)),
    come("8", addressOf(wren)),
  );
  expect(two.map((known) => known.ok).toSorted()).toEqual([false, true]);
  const same = await atOnce(
    come("9", addressOf(kim)),
    come("9", addressOf(kim)),
  );
  expect(same.map((known) => known.ok && known.isNew).toSorted()).toEqual([
    ...[false, true],
  ]);
  const links = db.selectFrom("staff_provider_links").select("staff_id");
  expect(await links.execute()).toHaveLength(2);
  const row = { issuer, subject: "9", staff_id: wren.staffId, linked_at: "" };
  const twice = db.insertInto("staff_provider_links").values(row).execute();
  await expect(twice).rejects.toThrow(/unique/i);
});

test("a link outlives a shut account and lets nobody in while it is shut", async () => {
  const { db, wren, addressOf, come } = await givenTeam();
  const { staffId } = wren;
  const change = { staffId, actor: { kind: "system" } as const, now };
  await disablePerson(db, change);
  const shut = { ok: false, reason: "disabled" };
  expect(await come("7", addressOf(wren))()).toEqual(shut);
  expect(await findLinkedSince(db, staffId)).toBeUndefined();
  await enablePerson(db, change);
  await come("7", addressOf(wren))();
  await disablePerson(db, change);
  expect(await come("7", "new@elsewhere.example")()).toEqual(shut);
  expect(await come("8", addressOf(wren))()).toEqual(shut);
  await enablePerson(db, change);
  expect(await come("7", "")()).toMatchObject({ staffId, isNew: false });
});

test("somebody unlinked is signed out and told, and linked to whom they are there now", async () => {
  const { db, kim, wren, addressOf, come, unlink } = await givenTeam();
  await come("6", addressOf(kim))();
  await come("7", addressOf(wren))();
  for (const { staffId } of [kim, wren])
    await db
      .insertInto("staff_sessions")
      .values({
        ...{ id: staffId, userId: staffId, token: staffId, ipAddress: null },
        ...{ userAgent: null, second_step_at: null },
        expiresAt: new Date(now.getTime() + 60_000).toISOString(),
        ...{ createdAt: now.toISOString(), updatedAt: now.toISOString() },
      })
      .execute();
  expect(await unlink(wren)).toBe(true);
  expect(await unlink(wren)).toBe(false);
  const sessions = db.selectFrom("staff_sessions").select("userId");
  expect(await sessions.execute()).toEqual([{ userId: kim.staffId }]);
  expect(await mailsOf(db)).toHaveLength(3);
  expect((await selectEventTypes(db)).at(-1)).toBe("staff.provider-unlinked");
  const linked = { staffId: wren.staffId, isNew: true };
  expect(await come("8", addressOf(wren))()).toMatchObject(linked);
  expect(await come("7", addressOf(wren))()).toMatchObject({
    reason: "another",
  });
  expect(await come("6", "")()).toMatchObject({ staffId: kim.staffId });
});
