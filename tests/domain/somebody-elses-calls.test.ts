import { expect, test } from "vitest";
import type { CallState } from "#app/db/column-values.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import {
  addDefinitionVersion,
  type Call,
  findCall,
  findCallBySlug,
  selectAllCalls,
  selectPublicCalls,
} from "#app/domain/calls/calls.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";

/* Of every call there is one before and one after it, with words of its own. */

const now = new Date("2026-11-22T09:00:00Z");
const actor = { kind: "system" as const };
const titled = (en: string): CallDefinition => ({
  ...callForAdvice,
  title: { en },
});
const titleOf = ({ title }: CallDefinition) => title.en;

async function givenThreeCalls(...states: CallState[]) {
  const { db } = openTestDatabase();
  const calls: Call[] = [];
  for (const [index, slug] of ["z-first", "own", "a-last"].entries())
    calls.push(
      await givenCall(db, {
        slug,
        definition: titled(slug),
        state: states[index] ?? "open",
      }),
    );
  const [first, own, last] = calls;
  if (!first || !own || !last) throw new Error("Not set up");
  const addVersion = (callId: number, title: string) =>
    addDefinitionVersion(db, { callId, definition: titled(title), actor, now });
  return { db, first, own, last, addVersion };
}

test("a call is found by its address or its id, with the words it has now", async () => {
  const { db, first, own, last, addVersion } = await givenThreeCalls();
  await addVersion(first.id, "first, again");
  await addVersion(own.id, "own, again");
  await addVersion(last.id, "last, again");
  for (const found of [
    await findCallBySlug(db, "own"),
    await findCall(db, own.id),
  ]) {
    expect(found).toMatchObject({ id: own.id, slug: "own" });
    expect(found && titleOf(found.definition)).toBe("own, again");
  }
  expect(await findCallBySlug(db, "owl")).toBeUndefined();
});

test("versions are counted for each call, and a new one touches no other call", async () => {
  const { db, first, own, last, addVersion } = await givenThreeCalls();
  await addVersion(first.id, "first, again");
  await addVersion(first.id, "first, once more");
  await addVersion(last.id, "last, again");
  await addVersion(last.id, "last, once more");
  const others = [await findCall(db, first.id), await findCall(db, last.id)];
  expect(await addVersion(own.id, "own, again")).toEqual({ version: 2 });
  expect(await addVersion(own.id, "own, once more")).toEqual({ version: 3 });
  expect(await findCall(db, own.id)).toMatchObject({ rowVersion: 3 });
  expect([await findCall(db, first.id), await findCall(db, last.id)]).toEqual(
    others,
  );
});

test("what a call may become goes by its own state, and no other call becomes it", async () => {
  const states: CallState[] = ["closed", "open", "draft"];
  const { db, first, own, last } = await givenThreeCalls(...states);
  const closesAt = "2026-12-01T17:00:00.000Z";
  const change = { callId: own.id, actor, now, closesAt };
  const toDraft = { ...change, to: "draft" as const };
  expect(await changeCallState(db, toDraft)).toMatchObject({ ok: false });
  const toClosing = { ...change, to: "closing-announced" as const };
  expect(await changeCallState(db, toClosing)).toEqual({ ok: true });
  expect(await findCall(db, own.id)).toEqual({
    ...own,
    state: "closing-announced",
    closesAt,
    rowVersion: 2,
  });
  expect(await findCall(db, first.id)).toEqual(first);
  expect(await findCall(db, last.id)).toEqual(last);
});

test("the public is told of no call in preparation, and staff of all, the oldest first", async () => {
  const { db } = await givenThreeCalls("archived", "draft", "open");
  const slugs = (calls: Call[]) => calls.map(({ slug }) => slug);
  expect(slugs(await selectPublicCalls(db))).toEqual(["z-first", "a-last"]);
  expect(slugs(await selectAllCalls(db))).toEqual(["z-first", "own", "a-last"]);
});
