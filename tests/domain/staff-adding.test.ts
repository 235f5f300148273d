import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { dropTrigger, refuseInserts } from "#tests/given/triggers.ts";
import { countEvents, givenTwoServers } from "#tests/given/two-servers.ts";

const settings = {
  secret: randomBytes(32).toString("hex"),
  publicBaseUrl: new URL("http://localhost:3000"),
};

const member = (email: string) => ({
  name: "Ada Okafor",
  email,
  password: "three-plain-lanterns",
  role: "reviewer" as const,
  now: new Date("2021-03-01T10:00:00.000Z"),
});

/** Adds somebody to the team on one of the servers. */
const add = (email: string) => (on: Db) =>
  addStaffMember(on, createStaffAuth(on, settings), member(email));

/** The same, with a password that is hashed for all at one moment: the looks at what is there meet. */
function addTogether(...emails: string[]) {
  let left = emails.length;
  let meet = () => {};
  const all = new Promise<void>((resolve) => (meet = resolve));
  return emails.map((email) => async (on: Db) => {
    const auth = createStaffAuth(on, settings);
    const { password } = await auth.$context;
    password.hash = async () => {
      left -= 1;
      if (left === 0) meet();
      await all;
      return "hashed";
    };
    return addStaffMember(on, auth, member(email));
  });
}

test("of two who add one person at once one has added them, and one is told that they are there", async () => {
  const { db, atOnce } = await givenTwoServers();
  const added = await atOnce(
    ...addTogether(
      "ada@review.example",
      " Ada@Review.example",
      "bea@review.example",
    ),
  );
  expect(added.filter(({ ok }) => ok)).toHaveLength(2);
  expect(added.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: "email-taken" },
  ]);
  expect(await countEvents(db, "staff.added")).toBe(2);
});

test.each(["staff_credentials", "events"])(
  "whose adding breaks off at %s was not added, and can be",
  async (table) => {
    const { db } = await givenTwoServers();
    await add("bea@review.example")(db);
    await refuseInserts(db, table, { message: "broken off" });
    await expect(add("ada@review.example")(db)).rejects.toThrow("broken off");
    await dropTrigger(db, `refuse_${table}`, table);
    const added = await add("ada@review.example")(db);
    expect(added).toMatchObject({ ok: true });
  },
);
