import { expect, test } from "vitest";
import {
  beginBulk,
  cancelBulk,
  undoBulk,
} from "#app/domain/bulk/begin.server.ts";
import { pruneEndedActions } from "#app/domain/bulk/pruning.server.ts";
import { runBulkAction } from "#app/domain/bulk/running.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import {
  after,
  begin,
  givenList,
  type GivenList,
  noPause,
  now,
  previewed,
  reportOf,
  run,
} from "#tests/given/bulk.ts";

async function undo(given: GivenList, actionId: number, minutes = 5) {
  const { db, lead: actor } = given;
  const at = after(minutes);
  const undone = await undoBulk(db, { actionId, actor, now: at });
  if (undone.ok) await run(given, actionId, at);
  return undone;
}

const rowsOf = ({ db }: GivenList) =>
  db
    .selectFrom("responses")
    .select(["id", "state", "assignee_id", "awaits_triage"])
    .orderBy("id")
    .execute();

const taggingsOf = ({ db }: GivenList) =>
  db
    .selectFrom("response_tags")
    .selectAll()
    .orderBy("response_id")
    .orderBy("tag_id")
    .execute();

test("a decision is undone where nobody decided since, and the rest is named", async () => {
  const given = await givenList(4);
  const { db, ids, one, references } = given;
  const before = await rowsOf(given);
  const actionId = await previewed(given, {
    ...{ kind: "decide", state: "out-of-scope" },
  });
  await begin(given, actionId);
  const [responseId = 0] = ids;
  const changed = await decideTriage(db, {
    ...{ responseId, rowVersion: 2, state: "triaged", assigneeId: null },
    ...{ note: "", actor: one, now },
  });
  expect(changed.ok).toBe(true);
  expect(await undo(given, actionId)).toEqual({ ok: true });
  const { action, undone, left } = await reportOf(given, actionId);
  expect(action.standing).toBe("undone");
  expect(undone).toEqual({ undone: 3, changed: 1 });
  expect(left).toMatchObject([{ reference: references[0], undone: "changed" }]);
  expect((await rowsOf(given)).slice(1)).toEqual(before.slice(1));
});

test("tags that were given go, and those that were taken off come back as they had been given", async () => {
  const given = await givenList(3);
  const { db, ids, one, tags } = given;
  const [tagId = 0, other = 0] = tags;
  const tag = (responseId = 0, tagIds: number[], seenTagIds: number[] = []) =>
    saveResponseTags(db, { responseId, seenTagIds, tagIds, actor: one, now });
  await tag(ids[0], [tagId]);
  await tag(ids[1], [tagId]);
  const before = await taggingsOf(given);
  const off = await previewed(given, { kind: "remove-tags", tagIds: [tagId] });
  await begin(given, off);
  await undo(given, off);
  expect(await taggingsOf(given)).toEqual(before);
  const on = await previewed(given, { kind: "add-tags", tagIds: tags });
  await begin(given, on);
  // Taken off and given anew by a colleague: it is theirs.
  await tag(ids[2], [], [other]);
  await tag(ids[2], [other]);
  await undo(given, on);
  const { undone } = await reportOf(given, on);
  expect(undone).toEqual({ undone: 2, changed: 1 });
  expect(await taggingsOf(given)).toMatchObject([
    ...before,
    { response_id: ids[2], tag_id: other, tagged_by: one.staffId },
  ]);
});

test("an assignment goes back to whoever had it, and what was stopped is undone as far as it was done", async () => {
  const given = await givenList(30);
  const { db, lead: actor, one, two } = given;
  await begin(
    given,
    await previewed(given, { kind: "assign", people: [one.staffId] }),
  );
  const before = await rowsOf(given);
  const actionId = await previewed(given, {
    ...{ kind: "assign", people: [two.staffId] },
  });
  await beginBulk(db, { actionId, actor, now });
  const pause = () => Promise.reject(new Error("The process ended"));
  const work = { actionId, now: () => now };
  await expect(runBulkAction(db, { ...work, pause })).rejects.toThrow();
  await cancelBulk(db, { actionId, actor, now });
  expect((await rowsOf(given))[0]?.assignee_id).toBe(two.staffId);
  expect(await undo(given, actionId)).toEqual({ ok: true });
  expect(await rowsOf(given)).toEqual(before);
  expect((await reportOf(given, actionId)).undone).toEqual({ undone: 8 });
  await runBulkAction(db, { ...work, pause: noPause });
});

test("ten minutes after its end nothing is undone in one go, nor twice", async () => {
  const given = await givenList(2);
  const decide = { kind: "decide", state: "triaged" } as const;
  const actionId = await previewed(given, decide);
  await begin(given, actionId);
  expect(await undo(given, actionId, 11)).toEqual({
    ...{ ok: false, reason: "too-late-to-undo" },
  });
  expect(await undo(given, actionId, 10)).toEqual({ ok: true });
  expect(await undo(given, actionId, 10)).toEqual({
    ...{ ok: false, reason: "not-any-more" },
  });
});

test("thirty days after its end it is not kept which responses an action was about, but what it came to", async () => {
  const given = await givenList(4);
  const decide = { kind: "decide", state: "triaged" } as const;
  const earlier = await previewed(given, decide);
  await begin(given, earlier);
  const undone = await undo(given, earlier);
  expect(undone.ok).toBe(true);
  const later = await previewed(given, decide);
  await begin(given, later);
  const report = await reportOf(given, later);
  const days = (count: number) => after(count * 24 * 60 + 11);
  const prune = (at: Date) => pruneEndedActions(given.db, at, noPause);
  expect(await prune(days(29))).toBe(0);
  expect(await prune(days(30))).toBe(8);
  expect(await prune(days(30))).toBe(0);
  const { action, ...rest } = await reportOf(given, later);
  expect(rest).toEqual({ ...rest, outcomes: report.outcomes, left: [] });
  expect(rest.total).toBe(4);
  expect(action.deed).toEqual(decide);
  expect((await reportOf(given, earlier)).undone).toEqual({ undone: 4 });
});
