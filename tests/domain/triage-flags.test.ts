import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote, selectNotes } from "#app/domain/triage/notes.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { selectStaffEvents } from "#tests/asking/events.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

describe("the safeguarding flag", () => {
  const givenFlag = async (db: Db, reason = "") => {
    const { responseId } = await givenResponse(db);
    const actor = await givenColleague(db);
    return { responseId, actor, reason, now };
  };

  test("is raised by anyone, without a reason or a row version, and clashes with nobody's decision", async () => {
    const { db } = openTestDatabase();
    const flag = await givenFlag(db);
    expect(await raiseSafeguardingFlag(db, flag)).toEqual({
      wasRaisedAlready: false,
    });
    expect(
      await readVisibleResponse(db, {
        responseId: flag.responseId,
        viewer: anyLead,
        now,
      }),
    ).toMatchObject({
      isFlagged: true,
      rowVersion: 1,
    });
    expect(await selectStaffEvents(db)).toEqual([
      ["response.safeguarding-raised", {}],
    ]);
  });

  test("raised twice is raised once, and both reasons are kept", async () => {
    const { db } = openTestDatabase();
    const flag = await givenFlag(db, "A child may be at risk");
    await raiseSafeguardingFlag(db, flag);
    expect(
      await raiseSafeguardingFlag(db, { ...flag, reason: "I think so too" }),
    ).toEqual({ wasRaisedAlready: true });
    const notes = await selectNotes(db, flag.responseId);
    expect(notes.map(({ body }) => body)).toEqual([
      "A child may be at risk",
      "I think so too",
    ]);
    expect(
      await readVisibleResponse(db, {
        responseId: flag.responseId,
        viewer: anyLead,
        now,
      }),
    ).toMatchObject({
      rowVersion: 1,
    });
  });
});

test("a note is added whatever a colleague is saving, and an empty one is not", async () => {
  const { db } = openTestDatabase();
  const { responseId } = await givenResponse(db);
  const actor = await givenColleague(db);
  const note = { responseId, actor, now };
  expect(await addNote(db, { ...note, body: " \n " })).toEqual({
    ok: false,
    reason: "empty",
  });
  expect(await addNote(db, { ...note, body: "Cymraeg: tŷ 🏠" })).toMatchObject({
    ok: true,
  });
  expect(
    await readVisibleResponse(db, { responseId, viewer: anyLead, now }),
  ).toMatchObject({
    rowVersion: 1,
  });
  const events = await selectStaffEvents(db);
  expect(JSON.stringify(events)).not.toContain("Cymraeg");
});
