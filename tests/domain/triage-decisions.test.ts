import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import {
  decideTriage,
  type TriageDecision,
} from "#app/domain/triage/decisions.server.ts";
import { selectNotes } from "#app/domain/triage/notes.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import {
  choosableStates,
  triageStates,
  triageTransitions,
} from "#app/domain/triage/triage.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { selectStaffEvents } from "#tests/asking/events.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function givenDecision(
  db: Db,
  change: Partial<TriageDecision> = {},
): Promise<TriageDecision> {
  const { responseId } = await givenResponse(db);
  const actor = await givenColleague(db, { name: "Asha Rao" });
  return {
    responseId,
    rowVersion: 1,
    state: "triaged",
    assigneeId: null,
    note: "",
    actor,
    now,
    ...change,
  };
}

describe("a triage decision", () => {
  test("saves state, assignee and note together, with an event for each", async () => {
    const { db } = openTestDatabase();
    const colleague = await givenColleague(db, { name: "Ben" });
    const decision = await givenDecision(db, {
      state: "needs-second-look",
      assigneeId: colleague.staffId,
      note: "  Look at the second answer.  ",
    });
    const outcome = await decideTriage(db, decision);
    expect(outcome).toMatchObject({
      ok: true,
      standing: {
        state: "needs-second-look",
        assigneeName: "Ben",
        rowVersion: 2,
      },
    });
    const notes = await selectNotes(db, decision.responseId);
    expect(notes).toMatchObject([
      { body: "Look at the second answer.", authorName: "Asha Rao" },
    ]);
    expect(await selectStaffEvents(db)).toEqual([
      ["response.note-added", { noteId: notes[0]?.noteId }],
      [
        "response.state-changed",
        { from: "received", to: "needs-second-look", rowVersion: 2 },
      ],
      [
        "response.assigned",
        { from: null, to: colleague.staffId, rowVersion: 2 },
      ],
    ]);
  });

  test("with an old row version saves nothing and tells who saved what and when", async () => {
    const { db } = openTestDatabase();
    const first = await givenDecision(db, { state: "out-of-scope" });
    await decideTriage(db, first);
    const other = await givenColleague(db);
    const late = await decideTriage(db, {
      ...first,
      state: "triaged",
      note: "Mine",
      actor: other,
      now: new Date(now.getTime() + 60_000),
    });
    expect(late).toMatchObject({
      ok: false,
      reason: "stale",
      saved: {
        state: "out-of-scope",
        rowVersion: 2,
        changedBy: "Asha Rao",
        changedAt: now.toISOString(),
      },
    });
    expect(await selectNotes(db, first.responseId)).toEqual([]);
    expect(
      await readVisibleResponse(db, {
        responseId: first.responseId,
        viewer: anyLead,
        now,
      }),
    ).toMatchObject({
      state: "out-of-scope",
      rowVersion: 2,
    });
  });

  test("sent twice is one decision and one note", async () => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, { note: "Clear and useful" });
    await decideTriage(db, decision);
    expect(await decideTriage(db, decision)).toMatchObject({
      ok: true,
      standing: { state: "triaged", rowVersion: 2 },
    });
    expect(await selectNotes(db, decision.responseId)).toHaveLength(1);
    expect(await selectStaffEvents(db)).toHaveLength(2);
  });

  test("takes only the steps of the table", async () => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, { state: "spam" });
    await decideTriage(db, decision);
    expect(
      await decideTriage(db, { ...decision, rowVersion: 2, state: "triaged" }),
    ).toEqual({ ok: false, reason: "not-allowed", from: "spam" });
  });

  test("never takes a response out by withdrawal unless a lead does it and says why", async () => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, {
      state: "withdrawn",
      note: "Asked by phone",
    });
    expect(await decideTriage(db, decision)).toMatchObject({
      ok: false,
      reason: "not-allowed",
    });
    const lead = await givenColleague(db, { role: "lead" });
    const byLead = { ...decision, actor: lead };
    expect(await decideTriage(db, { ...byLead, note: " " })).toEqual({
      ok: false,
      reason: "reason-needed",
    });
    expect((await decideTriage(db, byLead)).ok).toBe(true);
    expect(
      await decideTriage(db, { ...byLead, rowVersion: 2, state: "triaged" }),
    ).toMatchObject({ ok: false, reason: "withdrawn" });
  });

  test("that changes nothing leaves the row version and the history alone", async () => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, { state: "received" });
    expect(await decideTriage(db, decision)).toMatchObject({
      ok: true,
      standing: { rowVersion: 1, state: "received" },
    });
    expect(await selectStaffEvents(db)).toEqual([]);
  });

  test("of a form opened before a colleague's claim leaves the state as the claim made it", async () => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, { state: "received", note: "A" });
    const other = await givenColleague(db);
    await claimNextResponse(db, { ...other, now });
    expect(await decideTriage(db, decision)).toMatchObject({
      ok: true,
      standing: { state: "in-triage", rowVersion: 1 },
    });
  });

  test("refuses an assignee who is not there or has left", async () => {
    const { db } = openTestDatabase();
    const gone = await givenColleague(db);
    await db
      .updateTable("staff")
      .set({ disabled_at: now.toISOString() })
      .where("id", "=", gone.staffId)
      .execute();
    const decision = await givenDecision(db, { assigneeId: gone.staffId });
    for (const assigneeId of [gone.staffId, "nobody-of-that-id"])
      expect(await decideTriage(db, { ...decision, assigneeId })).toEqual({
        ok: false,
        reason: "unknown-assignee",
      });
  });

  test.each([
    ["triaged", true],
    ["out-of-scope", true],
    ["spam", true],
    ["needs-second-look", true],
    ["in-triage", false],
  ] as const)("of %s ends the claim: %s", async (state, endsClaim) => {
    const { db } = openTestDatabase();
    const decision = await givenDecision(db, { state });
    const { staffId } = decision.actor;
    await claimNextResponse(db, { staffId, role: "reviewer", now });
    const outcome = await decideTriage(db, decision);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.standing.claim === undefined).toBe(endsClaim);
  });

  test("that hands the work to a colleague ends the claim", async () => {
    const { db } = openTestDatabase();
    const colleague = await givenColleague(db);
    const decision = await givenDecision(db, {
      state: "in-triage",
      assigneeId: colleague.staffId,
    });
    await claimNextResponse(db, {
      staffId: decision.actor.staffId,
      role: "reviewer",
      now,
    });
    expect(await decideTriage(db, decision)).toMatchObject({
      ok: true,
      standing: { claim: undefined },
    });
  });
});

test("no state is a dead end but withdrawn, and nothing goes back to received", () => {
  for (const state of triageStates) {
    expect(triageTransitions[state].length === 0).toBe(state === "withdrawn");
    expect(triageTransitions[state]).not.toContain("received");
  }
  expect(choosableStates("received", { role: "reviewer" })).not.toContain(
    "withdrawn",
  );
  expect(choosableStates("received", { role: "lead" })).toContain("withdrawn");
});
