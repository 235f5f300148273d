import { expect, test } from "vitest";
import { saveGroup, selectGroups } from "#app/domain/accounts/groups.server.ts";
import { newGroupSchema } from "#app/domain/accounts/groups.ts";
import { undoBulk } from "#app/domain/bulk/begin.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { disablePerson } from "#app/domain/team/access.server.ts";
import { endGroup } from "#app/domain/team/groups.server.ts";
import {
  assignResponse,
  decideTriage,
} from "#app/domain/triage/decisions.server.ts";
import { readHistory } from "#app/domain/triage/history.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import type { TriageActor, TriageState } from "#app/domain/triage/triage.ts";
import { undoDecision } from "#app/domain/triage/undo-decision.server.ts";
import { describeEvents } from "#app/screens/review/history.ts";
import {
  after,
  begin,
  givenList,
  type GivenList,
  now,
  previewed,
  reportOf,
  run,
} from "#tests/given/bulk.ts";
import { givenGroup } from "#tests/given/groups.ts";
import { givenColleague } from "#tests/given/people.ts";

/** A list, and a group of Ada and Bo. */
async function givenTwo(count = 4) {
  const given = await givenList(count);
  const { db, lead, one, two } = given;
  const group = await givenGroup(db, { members: [one, two], by: lead });
  return { ...given, ...group };
}

async function standing({ db, lead, references }: GivenList, index: number) {
  const reference = references[index] ?? "";
  const found = await findVisibleResponse(db, { reference, viewer: lead, now });
  if (!found) throw new Error("It is there");
  return found;
}

async function assign(given: GivenList, index: number, assigneeId: string) {
  const { responseId, rowVersion } = await standing(given, index);
  return assignResponse(given.db, {
    ...{ responseId, rowVersion, assigneeId, actor: given.lead, now },
  });
}

/** Which of the list a search finds, from 0. */
async function found(given: GivenList, q: string, viewer: TriageActor) {
  const filter = { ...wholeQueue, q, state: "all" as const };
  const page = await selectQueuePage(given.db, { filter, viewer, now });
  const places = page.rows.map(({ reference }) =>
    given.references.indexOf(reference),
  );
  return { places, problems: page.problems, rows: page.rows };
}

test("work stands with a group until one of its members takes it; others are not handed it", async () => {
  const given = await givenTwo(3);
  const { db, one, two, lead, assigneeId } = given;
  expect(await assign(given, 2, assigneeId)).toMatchObject({
    standing: { assigneeId, assigneeName: "Kin readers" },
  });
  const next = async (viewer: TriageActor) => {
    const taken = await claimNextResponse(db, { ...viewer, now });
    return taken.ok ? given.references.indexOf(taken.reference) : taken.reason;
  };
  const other = await givenColleague(db, { name: "Cy Other" });
  expect(await next(other)).toBe(0);
  expect(await next(two)).toBe(2);
  expect(await next(one)).toBe(1);
  expect(await next(lead)).toBe("all-claimed");
  // Whoever does not decide in their time leaves it to the others of the group.
  const later = { ...one, now: after(24 * 60) };
  await db
    .updateTable("responses")
    .set({ claimed_by: null, claim_expires_at: null })
    .execute();
  const again = await claimNextResponse(db, later);
  expect(again).toMatchObject({ reference: given.references[2] });
});

test("what is with a group is found by its name, by its members, and is with nobody no more", async () => {
  const given = await givenTwo(4);
  const { one, lead, assigneeId } = given;
  await assign(given, 0, assigneeId);
  await assign(given, 1, one.staffId);
  const places = async (q: string, viewer: TriageActor = lead) =>
    (await found(given, q, viewer)).places;
  expect(await places('with:"Kin readers"')).toEqual([0]);
  expect(await places("assigned:kin")).toEqual([0]);
  expect(await places("with:none")).toEqual([2, 3]);
  expect(await places("with:any")).toEqual([0, 1]);
  expect(await places("-with:any")).toEqual([2, 3]);
  expect(await places("with:my-groups", one)).toEqual([0]);
  expect(await places("with:my-groups", lead)).toEqual([]);
  expect(await places("with:me", one)).toEqual([1]);
  const told = await found(given, "with:kinn", lead);
  expect(told.problems).toMatchObject([{ reason: "unknown-value" }]);
  const of = async (filter: object, viewer: TriageActor) => {
    const asked = { ...wholeQueue, ...filter };
    return selectQueuePage(given.db, { filter: asked, viewer, now });
  };
  const list = await of({ assignee: assigneeId }, one);
  expect(list).toMatchObject({
    total: 1,
    withReaderCount: 1,
    withGroups: [{ name: "Kin readers", count: 1 }],
  });
  expect(list.rows).toMatchObject([{ assigneeName: "Kin readers" }]);
  expect(await of({ assignee: "none" }, lead)).toMatchObject({
    total: 2,
    withGroups: [],
  });
});

test("a list is assigned to a group in bulk, told in each history, and undone", async () => {
  const given = await givenTwo(3);
  const { db, lead, one, assigneeId, ids } = given;
  await assign(given, 0, one.staffId);
  const actionId = await previewed(given, {
    ...{ kind: "assign", people: [assigneeId] },
  });
  expect((await reportOf(given, actionId)).people).toEqual([
    { name: "Kin readers", count: 3 },
  ]);
  await begin(given, actionId);
  expect(await standing(given, 2)).toMatchObject({ assigneeId });
  const history = await readHistory(db, ids[2] ?? 0);
  expect(describeEvents(history).map(({ what }) => what)).toContain(
    `assigned it to the group “Kin readers”, in bulk action ${actionId}`,
  );
  const at = after(5);
  await undoBulk(db, { actionId, actor: lead, now: at });
  await run(given, actionId, at);
  expect(await standing(given, 0)).toMatchObject({ assigneeId: one.staffId });
  expect(await standing(given, 2)).toMatchObject({ assigneeId: null });
});

test("whoever is disabled falls out, and what is with a group that ends is with nobody", async () => {
  const given = await givenTwo(2);
  const { db, lead, one, groupId, assigneeId } = given;
  const actor = { kind: "staff" as const, staffId: lead.staffId };
  await assign(given, 0, assigneeId);
  await disablePerson(db, { staffId: one.staffId, actor, now });
  const [left] = await selectGroups(db);
  expect(left?.members).toMatchObject([{ name: "Bo Two" }]);
  const ending = { groupId, actor, now };
  expect(await endGroup(db, { ...ending, rowVersion: 7 })).toBe(undefined);
  expect(await endGroup(db, { ...ending, rowVersion: 1 })).toEqual({
    handedBack: 1,
  });
  expect(await standing(given, 0)).toMatchObject({
    ...{ assigneeId: null, rowVersion: 3 },
  });
  expect(await assign(given, 1, assigneeId)).toEqual({
    ...{ ok: false, reason: "unknown-assignee" },
  });
  expect(await assign(given, 1, "group:999999999")).toMatchObject({
    ...{ ok: false },
  });
  expect(await selectGroups(db)).toEqual([]);
});

test("what was decided keeps a group that ended and says so; asking for work again it is with nobody", async () => {
  const given = await givenTwo(4);
  const { db, lead, one, groupId, assigneeId } = given;
  await assign(given, 0, one.staffId);
  for (const index of [1, 2, 3]) await assign(given, index, assigneeId);
  const move = async (index: number, state: TriageState) => {
    const { responseId, ...stands } = await standing(given, index);
    const { rowVersion, assigneeId: with_ } = stands;
    const asked = { responseId, rowVersion, state, assigneeId: with_ };
    return decideTriage(db, { ...asked, note: "", actor: lead, now });
  };
  for (const index of [0, 1, 2]) await move(index, "triaged");
  const deed = { kind: "decide" as const, state: "triaged" as const };
  const actionId = await previewed(given, deed, `ref:${given.references[3]}`);
  await begin(given, actionId);
  const actor = { kind: "staff" as const, staffId: lead.staffId };
  await endGroup(db, { groupId, actor, now, rowVersion: 1 });
  const row = async (index: number) =>
    (await found(given, `ref:${given.references[index]}`, lead)).rows;
  expect(await row(1)).toMatchObject([
    { assigneeName: "Kin readers", assigneeGone: "ended" },
  ]);
  expect(await row(0)).toMatchObject([{ assigneeGone: undefined }]);
  await move(1, "needs-second-look");
  const { responseId } = await standing(given, 2);
  expect(
    await undoDecision(db, { responseId, actor: lead, now }),
  ).toMatchObject({ ok: true });
  await undoBulk(db, { actionId, actor: lead, now });
  await run(given, actionId, now);
  for (const index of [1, 2, 3])
    expect(await standing(given, index)).toMatchObject({ assigneeId: null });
  // Whoever is there keeps what they had.
  await move(0, "needs-second-look");
  expect(await standing(given, 0)).toMatchObject({ assigneeId: one.staffId });
});

test("names of groups are told apart without case and width, and what means something else in a search is none", async () => {
  const given = await givenTwo(1);
  const { db, lead, groupId } = given;
  const actor = { kind: "staff" as const, staffId: lead.staffId };
  const save = (name: string, changes?: { rowVersion: number }) =>
    saveGroup(db, {
      ...{ name, members: [], actor, now },
      ...(changes && { changes: { groupId, ...changes } }),
    });
  expect(await save("KIN  readers")).toMatchObject({ reason: "name-taken" });
  expect(await save("Kin", { rowVersion: 1 })).toMatchObject({ ok: true });
  expect(await save("Kith", { rowVersion: 1 })).toMatchObject({
    reason: "stale",
  });
  expect(await save("Kin readers")).toMatchObject({ ok: true });
  for (const name of ["", "  ", "Me", "nobody", 'a "b"', "x".repeat(61)])
    expect({ name, ok: newGroupSchema.safeParse({ name }).success }).toEqual({
      ...{ name, ok: false },
    });
});
