import { expect, test } from "vitest";
import { beginBulk, cancelBulk } from "#app/domain/bulk/begin.server.ts";
import { runBulkAction } from "#app/domain/bulk/running.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { readHistory } from "#app/domain/triage/history.server.ts";
import { describeEvents } from "#app/screens/review/history.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import {
  after,
  begin,
  givenList,
  type GivenList,
  noPause,
  now,
  preview,
  previewed,
  reportOf,
} from "#tests/given/bulk.ts";

const read = { kind: "decide", state: "triaged" } as const;

async function decide(given: GivenList, responseId: number, state: string) {
  const { rowVersion } = await rowOf(given, responseId);
  await decideTriage(given.db, {
    ...{ responseId, rowVersion, state: state as "triaged", note: "Why" },
    ...{ assigneeId: null, actor: given.lead, now },
  });
}

async function rowOf({ db }: GivenList, responseId: number) {
  return db
    .selectFrom("responses")
    .select(["state", "assignee_id as assigneeId", "row_version as rowVersion"])
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
}

const statesOf = async (given: GivenList) =>
  Promise.all(given.ids.map(async (id) => (await rowOf(given, id)).state));

async function tagsOf({ db }: GivenList) {
  const rows = await db
    .selectFrom("response_tags")
    .select(["response_id", "tag_id"])
    .orderBy("response_id")
    .orderBy("tag_id")
    .execute();
  return rows.map(({ response_id, tag_id }) => [response_id, tag_id]);
}

test("a preview does nothing, and tells what would be left out and why", async () => {
  const given = await givenList(6);
  const { db, ids, one, lead } = given;
  const [claimed = 0, flagged = 0, withdrawn = 0, already = 0] = ids;
  await claimResponse(db, { ...one, responseId: claimed, now });
  await raiseSafeguardingFlag(db, {
    ...{ responseId: flagged, reason: "At risk", actor: lead, now },
  });
  await decide(given, withdrawn, "withdrawn");
  await decide(given, already, "triaged");
  const before = await statesOf(given);
  const actionId = await previewed(given, read);
  const { outcomes, total } = await reportOf(given, actionId);
  expect({ outcomes, total }).toEqual({
    // What is flagged or was withdrawn stands in no list; what is later is left out then.
    outcomes: { claimed: 1, same: 1, waiting: 2 },
    total: 4,
  });
  expect(await statesOf(given)).toEqual(before);
});

test("all that a list holds is done, each response with an event that names the action", async () => {
  const given = await givenList(60);
  const { db, tags, ids } = given;
  const actionId = await previewed(given, { kind: "add-tags", tagIds: tags });
  await begin(given, actionId);
  const { action, outcomes } = await reportOf(given, actionId);
  expect(action.standing).toBe("done");
  expect(outcomes).toEqual({ done: 60 });
  expect(await tagsOf(given)).toHaveLength(120);
  const [line] = describeEvents(await readHistory(db, ids[59] ?? 0));
  expect(line).toMatchObject({
    who: "Lee Lead",
    what: `tagged it “care”, “home”, in bulk action ${actionId}`,
  });
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("tags are taken off where they stand, and nowhere else", async () => {
  const given = await givenList(3);
  const { db, ids, one, tags } = given;
  const [tagId = 0, other = 0] = tags;
  for (const responseId of ids.slice(0, 2))
    await saveResponseTags(db, {
      ...{
        responseId,
        seenTagIds: [],
        tagIds: [tagId, other],
        actor: one,
        now,
      },
    });
  const actionId = await previewed(given, {
    kind: "remove-tags",
    tagIds: [tagId],
  });
  await begin(given, actionId);
  expect((await reportOf(given, actionId)).outcomes).toEqual({
    done: 2,
    same: 1,
  });
  expect(await tagsOf(given)).toEqual([
    [ids[0], other],
    [ids[1], other],
  ]);
});

test("several people take turns; what is left out costs nobody a turn", async () => {
  const given = await givenList(6);
  const { db, ids, one, two, lead } = given;
  await claimResponse(db, { ...lead, responseId: ids[1] ?? 0, now });
  await claimResponse(db, { ...one, responseId: ids[2] ?? 0, now });
  const people = [one.staffId, two.staffId];
  const actionId = await previewed(given, { kind: "assign", people });
  expect((await reportOf(given, actionId)).people).toEqual([
    { name: "Ada One", count: 3 },
    { name: "Bo Two", count: 2 },
  ]);
  await begin(given, actionId);
  const assigned = await Promise.all(ids.map((id) => rowOf(given, id)));
  const [a, b] = people;
  expect(assigned.map(({ assigneeId }) => assigneeId)).toEqual([
    a,
    b,
    null,
    a,
    b,
    a,
  ]);
});

test("what changed since the preview is left, and told", async () => {
  const given = await givenList(4);
  const { db, ids, one } = given;
  const actionId = await previewed(given, read);
  await decide(given, ids[1] ?? 0, "out-of-scope");
  await claimResponse(db, { ...one, responseId: ids[2] ?? 0, now });
  await begin(given, actionId);
  const { outcomes, left } = await reportOf(given, actionId);
  expect(outcomes).toEqual({ done: 2, changed: 1, claimed: 1 });
  expect(left).toMatchObject([{ outcome: "changed" }, { outcome: "claimed" }]);
  expect((await statesOf(given))[1]).toBe("out-of-scope");
});

test("an action that was cut off goes on where it was; one that was stopped does not", async () => {
  const given = await givenList(60);
  const { db, lead: actor } = given;
  const actionId = await previewed(given, read);
  await beginBulk(db, { actionId, actor, now });
  const cut = new Error("The process ended");
  const pause = () => Promise.reject(cut);
  const work = { actionId, now: () => now };
  await expect(runBulkAction(db, { ...work, pause })).rejects.toBe(cut);
  expect((await reportOf(given, actionId)).outcomes).toEqual({
    done: 8,
    waiting: 52,
  });
  await expect(runBulkAction(db, { ...work, pause })).rejects.toBe(cut);
  expect(await cancelBulk(db, { actionId, actor, now })).toEqual({ ok: true });
  await runBulkAction(db, { ...work, pause: noPause });
  const { outcomes, action } = await reportOf(given, actionId);
  expect(outcomes).toEqual({ done: 16, waiting: 44 });
  expect(action.standing).toBe("cancelled");
  const events = await db
    .selectFrom("events")
    .select("id")
    .where("type", "=", "response.state-changed")
    .execute();
  expect(events).toHaveLength(16);
});

test("nothing is begun twice, by anybody else, or an hour after it was previewed", async () => {
  const given = await givenList(2);
  const { db, lead: actor, one } = given;
  const actionId = await previewed(given, read);
  const begun = { actionId, actor, now };
  expect(await beginBulk(db, { ...begun, actor: one })).toEqual({
    ...{ ok: false, reason: "not-yours" },
  });
  expect(await beginBulk(db, { ...begun, now: after(61) })).toEqual({
    ...{ ok: false, reason: "too-old" },
  });
  expect(await beginBulk(db, begun)).toEqual({ ok: true });
  expect(await beginBulk(db, begun)).toEqual({
    ...{ ok: false, reason: "not-any-more" },
  });
});

test("a search of which something was left out is no ground for doing anything", async () => {
  const given = await givenList(2);
  const asked = (q: string) => preview(given, read, { q });
  expect(await asked("tag:nowhere")).toEqual({
    ...{ ok: false, reason: "not-understood" },
  });
  expect(await asked("nobodysaidthis")).toEqual({
    ...{ ok: false, reason: "nothing" },
  });
  expect(await asked("???")).toEqual({ ok: false, reason: "nothing" });
});

test("a preview that was not begun goes with the next", async () => {
  const given = await givenList(3);
  const { db, lead: actor } = given;
  const first = await previewed(given, read);
  await previewed(given, { kind: "assign", people: [] });
  expect(await beginBulk(db, { actionId: first, actor, now })).toEqual({
    ...{ ok: false, reason: "not-any-more" },
  });
  const items = await given.db
    .selectFrom("bulk_items")
    .select("response_id")
    .where("action_id", "=", first)
    .execute();
  expect(items).toEqual([]);
});

test("nothing more is done for somebody who left", async () => {
  const given = await givenList(2);
  const actionId = await previewed(given, read);
  const { db, lead } = given;
  await db
    .updateTable("staff")
    .set({ disabled_at: now.toISOString() })
    .where("id", "=", lead.staffId)
    .execute();
  await begin(given, actionId);
  expect((await reportOf(given, actionId)).outcomes).toEqual({
    "person-left": 2,
  });
});
