import { expect, test } from "vitest";
import { changePage } from "#app/domain/calls/authoring/edits.ts";
import { proposeWorkingCopy } from "#app/domain/calls/authoring/proposals.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { addDefinitionVersion } from "#app/domain/calls/calls.server.ts";
import { loader as calls } from "#app/routes/review.calls.tsx";
import { loader as keptCall } from "#app/routes/review.calls_.$call.tsx";
import { loader as publish } from "#app/routes/review.calls_.$call_.edit_.publish.tsx";
import { loader as version } from "#app/routes/review.calls_.$call_.versions_.$version.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import type { describeSight } from "#app/screens/review/call-sight.ts";
import { signInAs } from "#tests/given/sessions.ts";

const now = new Date("2026-11-27T12:00:00Z");
const actor = { kind: "system" as const };
const titled = (en: string) => ({ ...callForAdvice, title: { en } });

/** Of every call there is one before it and one after it, each with something of its own. */
async function givenCalls() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const { cookie } = await signInAs(context, "lead");
  const first = await givenCall(db, { slug: "a", definition: titled("First") });
  const own = await givenCall(db, {
    ...{ slug: "own", definition: titled("Own"), state: "closing-announced" },
    closesAt: "2026-12-15T17:00:00.000Z",
  });
  await givenCall(db, {
    ...{ slug: "z", definition: titled("Last"), state: "draft" },
  });
  const asked = (call: string, number = "1") => ({
    ...{ context, cookie, path: "/review/calls" },
    params: { call, version: number },
  });
  return { db, context, cookie, first, own, asked };
}

test("the calls are listed with how each stands, in words and in London's time", async () => {
  const { db, first, own, asked } = await givenCalls();
  await givenResponse(db, { call: first });
  await givenResponse(db, { call: own });
  await givenResponse(db, { call: own });
  await givenDraft(db, { call: own, now });
  const page = await ask(calls, asked(""));
  expect(page.data?.calls).toMatchObject([
    {
      title: "First",
      ...{ standing: "Open", closes: "No time is set" },
      ...{ responses: "1", underWay: "0" },
    },
    {
      ...{ title: "Own", standing: "Open, closing announced" },
      closes: "5pm on Tuesday 15 December 2026",
      ...{ responses: "2", underWay: "1", version: "Version 1" },
    },
    { title: "Last", standing: "In preparation", responses: "0" },
  ]);
});

test("a call's page says what the public reads, and who did what", async () => {
  const { asked } = await givenCalls();
  const page = await ask(keptCall, asked("own"));
  expect(page.data).toMatchObject({
    sight: {
      head: {
        state: "You can answer until 5pm on Tuesday 15 December 2026, UK time.",
        way: "The button “Start now” leads into the form.",
      },
      href: "/calls/own",
    },
    history: [{ who: "Heard", what: "made the call" }],
  });
  const hidden = await ask(keptCall, asked("z"));
  expect(hidden.data?.sight).toMatchObject({
    ...{ head: undefined, says: expect.stringMatching(/^Nothing/) },
    href: expect.stringMatching(/^\/preview\/\d+\.v1\.\d+\.team\./),
  });
  expect((await ask(keptCall, asked("none"))).status).toBe(404);
});

test("a version opens to what it asked, and no other call's", async () => {
  const { db, own, first, asked } = await givenCalls();
  const add = (callId: number, title: string) =>
    addDefinitionVersion(db, { callId, definition: titled(title), actor, now });
  await add(first.id, "First, again");
  await add(first.id, "First, at last");
  await add(own.id, "Own, again");
  const page = await ask(keptCall, asked("own"));
  expect(page.data?.versions).toMatchObject([
    { version: 2, isCurrent: true, href: "/review/calls/own/versions/2" },
    { version: 1, isCurrent: false },
  ]);
  expect((await ask(version, asked("own", "1"))).data?.callTitle).toBe("Own");
  expect((await ask(version, asked("own", "2"))).data?.callTitle).toBe(
    "Own, again",
  );
  for (const none of ["3", "0", "x", "1e0"])
    expect((await ask(version, asked("own", none))).status).toBe(404);
});

test("who is in the middle is told by version on the call's page, and to whoever approves with what becomes of them", async () => {
  const { db, first, own, asked } = await givenCalls();
  await givenDraft(db, { call: first, now });
  await givenDraft(db, { call: own, now });
  const { id: callId, definition } = own;
  await addDefinitionVersion(db, { callId, definition, actor, now });
  const { staffId } = await givenColleague(db, { role: "lead" });
  const editing = { callId, staffId, now };
  const { copy } = await editWorkingCopy(db, editing, (before) => {
    const [page] = before.pages;
    const change = { title: "Other", intro: "", showIf: "" };
    const seen = page ? seenOf(before, page) : "";
    return changePage(before, { ...change, seen, pageId: page?.key ?? "" });
  });
  const { rowVersion } = copy;
  await proposeWorkingCopy(db, { ...editing, rowVersion });
  const line =
    "1 person is on version 1. They finish on version 1 and are asked nothing new.";
  expect((await ask(keptCall, asked("own"))).data?.underWay).toEqual([line]);
  const { data } = await ask(publish, asked("own"));
  expect(data?.screen).toMatchObject({
    underWay: ["1 person has begun to answer and has not sent it.", line],
  });
});

test("in each state a call's page shows what the public reads in it, and leads there", async () => {
  const { db, own, asked } = await givenCalls();
  const sightIn = async (set: Record<string, string | null>) => {
    await db.updateTable("calls").set(set).where("id", "=", own.id).execute();
    const { sight } = (await ask(keptCall, asked("own"))).data ?? {};
    return sight as ReturnType<typeof describeSight>;
  };
  const past = "2026-11-26T17:00:00.000Z";
  const soon = "2026-11-30T17:00:00.000Z";
  const opens = { state: "open", opens_at: soon, closes_at: null };
  expect((await sightIn(opens)).head).toMatchObject({
    state: expect.stringMatching(/^You cannot answer yet/),
    way: "There is no way in to the form.",
  });
  const extensions = JSON.stringify([
    { from: past, to: soon, decidedBy: "the Chair", at: past },
  ]);
  const extended = { state: "closing-announced", opens_at: past, extensions };
  const moved = (await sightIn({ ...extended, closes_at: soon })).head;
  expect(moved).toMatchObject({
    ...{ timeLeft: "3 days left", way: expect.stringMatching(/^The button/) },
    extended: [{ struck: expect.any(String) }],
  });
  expect((await sightIn({ closes_at: past })).head).toMatchObject({
    state: expect.stringMatching(/^This call closed at/),
    ...{ thanks: expect.any(String), way: "There is no way in to the form." },
  });
  const late = await sightIn({ state: "closed-late-accepted" });
  expect(late.head?.way).toMatch(/code/);
  const outcome = JSON.stringify({ en: "We listened." });
  const archived = await sightIn({ state: "archived", outcome });
  expect(archived).toMatchObject({
    head: { outcome: "Below it stands what came of the call." },
    ...{ href: "/calls/own", label: "See it as the public does" },
  });
});
