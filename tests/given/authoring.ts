import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import type { CallState } from "#app/domain/calls/calls.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "./database.ts";
import { formWithConditions } from "./forms-with-conditions.ts";
import { givenColleague } from "./people.ts";

const now = new Date("2026-11-27T18:00:00Z");

/** A call of four pages and two rules, and somebody who changes it. */
export async function givenEditor({
  state = "draft",
  definition = formWithConditions,
}: { state?: CallState; definition?: CallDefinition } = {}) {
  const { db } = openTestDatabase();
  await givenCall(db, { state: "draft" });
  const call = await givenCall(db, { state, definition });
  const { staffId } = await givenColleague(db, { role: "lead" });
  const editing = { callId: call.id, staffId, now };
  return {
    ...{ db, call, editing },
    edit: <Reason extends string>(
      change: Parameters<typeof editWorkingCopy<Reason>>[2],
    ) => editWorkingCopy(db, editing, change),
  };
}
