import { expect, test } from "vitest";
import {
  addPasskey,
  namePasskey,
  removePasskey,
  selectOwnPasskeys,
  signInWithPasskey,
} from "#app/domain/accounts/passkeys.server.ts";
import { takeSecondStepOff } from "#app/domain/accounts/second-steps.server.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { put } from "#tests/given/rows.ts";
import { givenSecondStep } from "#tests/given/second-steps.ts";
import { posting } from "#tests/given/team.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function givenTwoOwners() {
  const { db } = openTestDatabase();
  const earlier = await givenColleague(db);
  const owner = await givenColleague(db);
  for (const [id, { staffId }] of [
    ["k1", earlier],
    ["k2", owner],
    ["k3", owner],
  ] as const)
    await put(db, "staff_passkeys", {
      ...{ id, name: id, publicKey: "p", userId: staffId, counter: 0 },
      ...{ credentialID: `credential ${id}`, deviceType: "singleDevice" },
      ...{ backedUp: 0, createdAt: now.toISOString() },
    });
  const namesOf = async ({ staffId }: { staffId: string }) =>
    (await selectOwnPasskeys(db, staffId)).map(({ name }) => name);
  return { db, earlier, owner, namesOf };
}

test("a passkey is named and removed by its owner and by nobody else", async () => {
  const { db, earlier, owner, namesOf } = await givenTwoOwners();
  const { staffId } = owner;
  const others = { staffId, passkeyId: "k1", now };
  expect(await namePasskey(db, { ...others, name: "Mine" })).toBe(false);
  expect(await removePasskey(db, others)).toBe(false);
  expect(await namesOf(earlier)).toEqual(["k1"]);
  const own = { staffId, passkeyId: "k3", now };
  expect(await namePasskey(db, { ...own, name: "Telephone" })).toBe(true);
  expect(await namesOf(owner)).toEqual(["k2", "Telephone"]);
  expect(await removePasskey(db, own)).toBe(true);
  expect(await removePasskey(db, own)).toBe(false);
  expect(await namesOf(owner)).toEqual(["k2"]);
  expect(await selectEventTypes(db)).toEqual(["staff.passkey-removed"]);
});

test("goes with a second step that is taken off: it may be on what was lost", async () => {
  const { db, earlier, owner, namesOf } = await givenTwoOwners();
  const { staffId } = owner;
  await givenSecondStep(db, { staffId, now });
  const write = () => ({ subject: "", text: "" });
  const actor = { kind: "system" } as const;
  await takeSecondStepOff(db, { ...posting(now), staffId, actor, write });
  expect(await namesOf(owner)).toEqual([]);
  expect(await namesOf(earlier)).toEqual(["k1"]);
});

test.each([
  "",
  "null",
  "[]",
  "{}",
  `{"id":"credential k2"}`,
  `{"id":{"a":1},"rawId":"x","type":"public-key","response":{}}`,
  `{"id":"credential k2","rawId":"credential k2","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":""}}`,
])("whatever is no ceremony of ours lets nobody in: %s", async (credential) => {
  const { db, owner } = await givenTwoOwners();
  const { auth } = await makeTestContext(db);
  const headers = new Headers();
  expect(await signInWithPasskey(auth, { credential, headers })).toBe(
    undefined,
  );
  const { staffId } = owner;
  const adding = { staffId, name: "x", credential, headers, now };
  expect(await addPasskey(auth, db, adding)).toBe(false);
  const sessions = db.selectFrom("staff_sessions").select("id");
  expect(await sessions.execute()).toEqual([]);
});
