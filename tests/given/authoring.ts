import { changePage } from "#app/domain/calls/authoring/edits.ts";
import {
  editWorkingCopy,
  findWorkingCopy,
} from "#app/domain/calls/authoring/working-copy.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import type { CallState } from "#app/domain/calls/calls.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "./database.ts";
import { formWithConditions } from "./forms-with-conditions.ts";
import { expect } from "vitest";
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

/** An open call with a change of its first page, and two who may keep calls. */
export async function givenChange() {
  const given = await givenEditor({ state: "open" });
  const { db, call, editing, edit } = given;
  const { staffId } = await givenColleague(db, { role: "lead" });
  const retitle = async (title: string) => {
    const copy = await findWorkingCopy(db, call.id);
    const seen = seenOf(copy, copy.pages[0]!);
    const change = { seen, pageId: "who", title, intro: "", showIf: "" };
    const edited = await edit((before) => changePage(before, change));
    expect(edited).toMatchObject({ ok: true, isChanged: true });
    return edited.copy.rowVersion;
  };
  const rowVersion = await retitle("Who you are");
  const mine = { ...editing, rowVersion };
  return { ...given, retitle, mine, theirs: { ...mine, staffId } };
}
