import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { changeRole } from "#app/domain/accounts/account-state.server.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import {
  disablePerson,
  enablePerson,
  previewDisabling,
} from "#app/domain/team/access.server.ts";
import { selectInvitations } from "#app/domain/team/invitations.server.ts";
import { selectTeam } from "#app/domain/team/people.server.ts";
import { assignResponse } from "#app/domain/triage/decisions.server.ts";
import { selectStaffEvents } from "#tests/asking/events.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { put } from "#tests/given/rows.ts";
import { givenInvitation } from "#tests/given/team.ts";
import { givenTwoServers } from "#tests/given/two-servers.ts";

const now = new Date("2026-11-22T09:00:00Z");

/** A queue of five, of which two people have some in hand each. */
async function givenBusyTeam() {
  const { db, atOnce } = await givenTwoServers();
  await givenQueue(db, 5);
  const admin = await givenColleague(db, { role: "admin", name: "Ada" });
  const earlier = await givenColleague(db, { name: "Ben" });
  const leaver = await givenColleague(db, { name: "Cleo" });
  const ids = await db.selectFrom("responses").select("id").execute();
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = ids.map(
    ({ id }) => id,
  );
  await claim(db, earlier, first);
  await claim(db, leaver, second);
  await assign(db, { admin, to: earlier, responseId: third });
  await assign(db, { admin, to: leaver, responseId: fourth });
  await assign(db, { admin, to: leaver, responseId: fifth });
  const actor = { kind: "staff" as const, staffId: admin.staffId };
  const disable = (person: StaffMember) =>
    disablePerson(db, { staffId: person.staffId, actor, now });
  const rows = { first, second, third, fourth, fifth };
  return { db, atOnce, admin, earlier, leaver, disable, actor, rows };
}

const claim = (db: Db, person: StaffMember, responseId: number) =>
  claimResponse(db, { ...person, responseId, now });

async function assign(
  db: Db,
  of: { admin: StaffMember; to: StaffMember; responseId: number },
) {
  const { admin: actor, to, responseId } = of;
  const assigneeId = to.staffId;
  const about = { responseId, rowVersion: 1, assigneeId, actor, now };
  expect(await assignResponse(db, about)).toMatchObject({ ok: true });
}

const standing = (db: Db) =>
  db
    .selectFrom("responses")
    .select(["id", "claimed_by", "assignee_id", "row_version"])
    .orderBy("id")
    .execute();

describe("somebody who leaves", () => {
  test("gives back what they have in hand, and nobody else does", async () => {
    const { db, earlier, leaver, disable, rows, admin } = await givenBusyTeam();
    const of = { staffId: leaver.staffId, viewer: admin, now };
    expect(await previewDisabling(db, of)).toMatchObject({
      name: "Cleo",
      inHand: { claims: 1, assigned: 2 },
      unsaved: 0,
    });
    expect(await disable(leaver)).toEqual({
      ...{ ok: true, name: "Cleo", unsaved: 0 },
      handedBack: { claims: 1, assigned: 2 },
    });
    const none = { claimed_by: null, assignee_id: null };
    expect(await standing(db)).toMatchObject([
      { id: rows.first, claimed_by: earlier.staffId },
      { id: rows.second, ...none, row_version: 1 },
      { id: rows.third, assignee_id: earlier.staffId },
      { id: rows.fourth, ...none, row_version: 3 },
      { id: rows.fifth, ...none, row_version: 3 },
    ]);
    const from = leaver.staffId;
    expect((await selectStaffEvents(db)).slice(-4)).toEqual([
      ["staff.disabled", { staffId: from }],
      ["response.claim-released", { from }],
      ["response.assigned", { from, to: null, rowVersion: 3 }],
      ["response.assigned", { from, to: null, rowVersion: 3 }],
    ]);
  });

  test("keeps what is decided in their name, and is still listed", async () => {
    const { db, leaver, disable, rows, admin, actor } = await givenBusyTeam();
    await db
      .updateTable("responses")
      .set({ state: "triaged", awaits_triage: 0 })
      .where("id", "=", rows.fourth)
      .execute();
    await disable(leaver);
    const kept = (await standing(db)).find(({ id }) => id === rows.fourth);
    expect(kept?.assignee_id).toBe(leaver.staffId);
    const team = await selectTeam(db, { viewer: admin, now });
    expect(
      team.map(({ name, disabledAt, inHand }) => [
        name,
        disabledAt !== null,
        inHand,
      ]),
    ).toEqual([
      ["Ada", false, { claims: 0, assigned: 0 }],
      ["Ben", false, { claims: 1, assigned: 1 }],
      ["Cleo", true, { claims: 0, assigned: 0 }],
    ]);
    const { staffId } = leaver;
    expect(await enablePerson(db, { staffId, actor, now })).toMatchObject({
      ok: true,
    });
    expect((await standing(db)).at(-1)?.assignee_id).toBeNull();
  });

  test("loses nothing that they typed", async () => {
    const { db, earlier, leaver, disable, rows } = await givenBusyTeam();
    for (const { staffId } of [earlier, leaver])
      await put(db, "unsaved_work", {
        ...{ staff_id: staffId, response_id: rows.second, fields: "{}" },
        kept_at: now.toISOString(),
      });
    expect(await disable(leaver)).toMatchObject({ unsaved: 1 });
    const kept = await db.selectFrom("unsaved_work").selectAll().execute();
    expect(kept).toHaveLength(2);
  });

  test("brings nobody in after them; what others sent holds", async () => {
    const { db, leaver, disable, admin } = await givenBusyTeam();
    await givenInvitation(db, { actor: admin, email: "a@review.example", now });
    await givenInvitation(db, {
      actor: leaver,
      email: "b@review.example",
      now,
    });
    await disable(leaver);
    const states = (await selectInvitations(db, now)).map(
      ({ email, state }) => [email, state],
    );
    expect(states.sort()).toEqual([
      ["a@review.example", "open"],
      ["b@review.example", "withdrawn"],
    ]);
  });

  test("keeps everything where anything of it fails", async () => {
    const { db, leaver, disable, rows } = await givenBusyTeam();
    await disable(leaver);
    expect(await disable(leaver)).toEqual({ ok: false, reason: "already-so" });
    expect(
      (await standing(db)).find(({ id }) => id === rows.fourth)?.row_version,
    ).toBe(3);
  });
});

describe("the last admin", () => {
  test("cannot leave nor become anything else, and nobody decides of themselves", async () => {
    const { db, admin, actor, leaver } = await givenBusyTeam();
    const { staffId } = admin;
    const system = { kind: "system" } as const;
    const lastAdmin = { ok: false, reason: "last-admin" };
    const byCommand = { staffId, actor: system, now };
    expect(await disablePerson(db, byCommand)).toEqual(lastAdmin);
    expect(await changeRole(db, { ...byCommand, role: "lead" })).toEqual(
      lastAdmin,
    );
    const own = { staffId, actor, now };
    const ownAccount = { ok: false, reason: "own-account" };
    expect(await disablePerson(db, own)).toEqual(ownAccount);
    expect(await changeRole(db, { ...own, role: "reviewer" })).toEqual(
      ownAccount,
    );
    const other = { staffId: leaver.staffId, actor, now };
    expect(await changeRole(db, { ...other, role: "admin" })).toMatchObject({
      ok: true,
    });
    expect(await disablePerson(db, byCommand)).toMatchObject({ ok: true });
  });

  test.each(["disable", "demote"])(
    "is left when two admins %s each other at once",
    async (what) => {
      const { db, atOnce } = await givenTwoServers();
      const one = await givenColleague(db, { role: "admin" });
      const other = await givenColleague(db, { role: "admin" });
      const change = (by: StaffMember, of: StaffMember) => (on: Db) => {
        const actor = { kind: "staff" as const, staffId: by.staffId };
        const about = { staffId: of.staffId, actor, now };
        return what === "disable"
          ? disablePerson(on, about)
          : changeRole(on, { ...about, role: "reviewer" });
      };
      const outcomes = await atOnce<{ ok: boolean }>(
        change(one, other),
        change(other, one),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, reason: "last-admin" });
    },
  );
});
