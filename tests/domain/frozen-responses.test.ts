import { expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { countVisibleResponses } from "#app/domain/responses/visible-responses.server.ts";
import {
  claimNextResponse,
  claimResponse,
} from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { countByDay } from "#app/domain/tagging/tables.queries.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { closeCase } from "#tests/given/safeguarding.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function givenFrozen() {
  const { db } = openTestDatabase();
  const frozen = await givenResponse(db);
  const other = await givenResponse(db);
  const actor = await givenColleague(db, { role: "lead" });
  const { responseId } = frozen;
  const flag = { responseId, reason: "A child may be at risk", actor, now };
  await raiseSafeguardingFlag(db, flag);
  return { db, responseId, other, actor, flag };
}

test("nothing is decided, tagged or claimed of a response that is frozen", async () => {
  const { db, responseId, actor } = await givenFrozen();
  const refused = { ok: false, reason: "frozen" };
  const change = { responseId, actor, now };
  expect(
    await decideTriage(db, {
      ...change,
      rowVersion: 1,
      state: "triaged",
      assigneeId: null,
      note: "",
    }),
  ).toEqual(refused);
  const newTag = { name: "Kinship", definition: "", parentId: null };
  expect(
    await saveResponseTags(db, {
      ...change,
      seenTagIds: [],
      tagIds: [],
      newTag: newTag as never,
    }),
  ).toEqual(refused);
  expect(await claimResponse(db, { ...actor, responseId, now })).toEqual(
    refused,
  );
});

test("what is frozen is handed to nobody and counted in no list, and is there again when the flag is off", async () => {
  const { db, responseId, other, actor } = await givenFrozen();
  const counted = async () => {
    const states = await countVisibleResponses(db, {
      viewer: actor,
      callId: undefined,
    });
    const days = await countByDay(db, actor);
    const sum = (counts: Iterable<number>) =>
      [...counts].reduce((all, one) => all + one, 0);
    return [sum(states.values()), sum(days.values())];
  };
  expect(await counted()).toEqual([1, 1]);
  // It came first: a list that forgot the freeze would hand it out.
  expect(await claimNextResponse(db, { ...actor, now })).toMatchObject({
    ok: true,
    responseId: other.responseId,
  });
  await closeCase(db, { responseId, now });
  expect(await counted()).toEqual([2, 2]);
  expect(await claimResponse(db, { ...actor, responseId, now })).toMatchObject({
    ok: true,
  });
});

test("what is decided and what is flagged at the same moment take turns: nothing is decided after the flag", async () => {
  const { db, other, actor, flag } = await givenFrozen();
  const { responseId } = other;
  const change = { responseId, actor, now };
  const decide = (rowVersion: number, state: "triaged" | "needs-second-look") =>
    decideTriage(db, {
      ...change,
      ...{ rowVersion, state, assigneeId: null, note: "" },
    });
  const [, first] = await Promise.all([
    raiseSafeguardingFlag(db, { ...flag, responseId, reason: "" }),
    decide(1, "triaged"),
  ]);
  expect(first.ok || first.reason === "frozen").toBe(true);
  expect(await decide(2, "needs-second-look")).toEqual({
    ok: false,
    reason: "frozen",
  });
  const history = await selectHistory(db, { kind: "response", id: responseId });
  const types = history.map(({ type }) => type);
  expect(types.at(-1)).toBe("response.safeguarding-raised");
});
