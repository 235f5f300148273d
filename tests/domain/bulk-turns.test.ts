import { expect, test } from "vitest";
import type { SkipReason } from "#app/domain/responses/responses.ts";
import { skipResponse } from "#app/domain/responses/skips.server.ts";
import { assignResponse } from "#app/domain/triage/decisions.server.ts";
import { describeReport } from "#app/screens/review/bulk.ts";
import {
  begin,
  givenList,
  type GivenList,
  now,
  previewed,
  reportOf,
} from "#tests/given/bulk.ts";

const skip = (
  { db, ids }: GivenList,
  actor: GivenList["one"],
  [nth, reason]: [number, SkipReason],
) => skipResponse(db, { responseId: ids[nth] ?? 0, actor, reason, now });

async function assignedIn({ db }: GivenList) {
  const rows = await db
    .selectFrom("responses")
    .select("assignee_id as assigneeId")
    .orderBy("id")
    .execute();
  return rows.map(({ assigneeId }) => assigneeId);
}

test("who gave a response back is passed over for it and loses no turn; what all gave back is told", async () => {
  const given = await givenList(5);
  const { one, two } = given;
  await skip(given, one, [0, "language"]);
  await skip(given, one, [3, "not-for-me"]);
  await skip(given, two, [3, "conflict-of-interest"]);
  const people = [one.staffId, two.staffId];
  const actionId = await previewed(given, { kind: "assign", people });
  const report = await reportOf(given, actionId);
  expect(report.outcomes).toEqual({ waiting: 4, "not-allowed": 1 });
  const names = { staff: new Map(), tags: new Map(), groups: new Map() };
  const shown = describeReport(report, { staffId: "", names, now });
  expect(shown.leftOut).toEqual([
    "1 response: whoever they would be for gave them back as not for them",
  ]);
  await begin(given, actionId);
  const [a, b] = people;
  expect(await assignedIn(given)).toEqual([b, a, b, null, a]);
});

test("one person alone is given nothing that they gave back", async () => {
  const given = await givenList(2);
  const { one } = given;
  await skip(given, one, [1, "not-for-me"]);
  const people = [one.staffId];
  await begin(given, await previewed(given, { kind: "assign", people }));
  expect(await assignedIn(given)).toEqual([one.staffId, null]);
});

test("nobody is handed what they know the person or the case of, by hand and where it came up since the preview", async () => {
  const given = await givenList(3);
  const { db, ids, lead, one } = given;
  const people = [one.staffId];
  const actionId = await previewed(given, { kind: "assign", people });
  await skip(given, one, [0, "conflict-of-interest"]);
  await skip(given, one, [1, "language"]);
  await begin(given, actionId);
  expect(await assignedIn(given)).toEqual([null, one.staffId, one.staffId]);
  const assignment = {
    ...{ responseId: ids[0] ?? 0, rowVersion: 1, actor: lead, now },
    assigneeId: one.staffId,
  };
  expect(await assignResponse(db, assignment)).toEqual({
    ...{ ok: false, reason: "has-conflict" },
  });
});
