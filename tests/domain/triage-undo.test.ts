import { describe, expect, test } from "vitest";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import {
  assignResponse,
  decideTriage,
} from "#app/domain/triage/decisions.server.ts";
import { undoDecision } from "#app/domain/triage/undo-decision.server.ts";
import type { TriageState } from "#app/domain/triage/triage.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";

const now = new Date("2021-03-01T10:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function givenDecided() {
  const { db } = openTestDatabase();
  const amina = await givenColleague(db, { name: "Amina" });
  const bo = await givenColleague(db, { name: "Bo" });
  // One that was decided before, by the same person.
  const earlier = await givenResponse(db);
  const { responseId } = await givenResponse(db);
  const decide = (state: TriageState, change: object = {}) =>
    decideTriage(db, {
      ...{ responseId, rowVersion: 1, state, assigneeId: null, note: "" },
      ...{ actor: amina, now, ...change },
    });
  await decide("spam", { responseId: earlier.responseId });
  await claimResponse(db, { ...amina, responseId, now });
  const undo = (change: object = {}) =>
    undoDecision(db, { responseId, actor: amina, now: later(9), ...change });
  const standing = (id = responseId) =>
    readVisibleResponse(db, { responseId: id, viewer: anyLead, now });
  return { db, amina, bo, responseId, earlier, decide, undo, standing };
}

describe("a decision that is taken back", () => {
  test("stands as it stood before, state and assignee, and no other does", async () => {
    const { bo, earlier, decide, undo, standing } = await givenDecided();
    await decide("triaged", { assigneeId: bo.staffId });
    expect(await undo()).toEqual({
      ...{ ok: true, from: "triaged", to: "in-triage" },
    });
    expect(await standing()).toMatchObject({
      state: "in-triage",
      assigneeId: null,
      rowVersion: 3,
    });
    expect(await standing(earlier.responseId)).toMatchObject({
      state: "spam",
    });
  });

  test("is one's own and the last, and not a second time", async () => {
    const { bo, decide, undo } = await givenDecided();
    await decide("triaged");
    const nothing = { ok: false, reason: "nothing-to-undo" };
    expect(await undo({ actor: bo })).toEqual(nothing);
    expect(await undo()).toMatchObject({ ok: true });
    expect(await undo()).toEqual({ ok: false, reason: "changed-since" });
  });

  test("is not taken back after ten minutes, or over a colleague's", async () => {
    const { db, bo, responseId, decide, undo, standing } = await givenDecided();
    await decide("triaged");
    expect(await undo({ now: later(11) })).toMatchObject({
      reason: "nothing-to-undo",
    });
    await assignResponse(db, {
      ...{ responseId, rowVersion: 2, assigneeId: bo.staffId },
      ...{ actor: bo, now: later(1) },
    });
    expect(await undo()).toEqual({ ok: false, reason: "changed-since" });
    expect(await standing()).toMatchObject({
      state: "triaged",
      assigneeId: bo.staffId,
    });
  });

  test("is never a withdrawal", async () => {
    const { db, decide, undo } = await givenDecided();
    const lead = await givenColleague(db, { role: "lead" });
    await decide("withdrawn", { actor: lead, note: "She wrote to us." });
    expect(await undo({ actor: lead })).toEqual({
      ...{ ok: false, reason: "withdrawn" },
    });
  });

  test("is not the beginning of a reading", async () => {
    const { undo, standing } = await givenDecided();
    expect(await undo()).toMatchObject({ reason: "nothing-to-undo" });
    expect(await standing()).toMatchObject({ state: "in-triage" });
  });
});
