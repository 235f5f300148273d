import { expect, test } from "vitest";
import {
  lookAfterwards,
  publishAlone,
} from "#app/domain/calls/authoring/alone.server.ts";
import {
  proposeWorkingCopy,
  returnWorkingCopy,
} from "#app/domain/calls/authoring/proposals.server.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import {
  findOpeningProposal,
  proposeOpening,
  returnOpening,
} from "#app/domain/calls/openings.server.ts";
import { loader as queue } from "#app/routes/review.queue.tsx";
import type { describeQueue } from "#app/screens/review/queue.ts";
import { ask } from "#tests/asking/routes.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { givenChange } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Screen = ReturnType<typeof describeQueue>;

async function givenTeam() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { references } = await givenQueue(db, 3);
  return { db, context, references };
}

test("what waits with the reader has its own link, however it is asked for", async () => {
  const { db, context, references } = await givenTeam();
  const { cookie, staffId } = await signInAs(context, "reviewer");
  const open = async (path: string) =>
    (await ask(queue, { context, path, cookie })).data as unknown as Screen;
  const withYou = async () => (await open("/review/queue")).stateLinks[0];
  const assign = (to: string, index: number, isDecided = false) =>
    db
      .updateTable("responses")
      .set({
        assignee_id: to,
        ...(isDecided && { state: "triaged", awaits_triage: 0 }),
      })
      .where("reference", "=", references[index] ?? "")
      .execute();
  await assign((await signInAs(context, "reviewer")).staffId, 0);
  await assign(staffId, 1, true);
  expect(await withYou()).toMatchObject({ label: "To do" });
  await assign(staffId, 2);
  const link = await withYou();
  expect(link).toMatchObject({ label: "With you", count: "1" });
  for (const address of [
    link?.href ?? "",
    "/review/queue?q=mine:yes&state=to-do",
    "/review/queue?q=is:mine&state=to-do",
    "/review/queue?q=with:me&state=to-do",
  ])
    expect((await open(address)).rows).toMatchObject([
      { reference: references[2] },
    ]);
  const listed = await open(link?.href ?? "");
  const current = listed.stateLinks.filter(({ isCurrent }) => isCurrent);
  expect(current).toMatchObject([{ label: "With you" }]);
});

test("what a search does not know is told with what there is instead", async () => {
  const { context } = await givenTeam();
  const { cookie } = await signInAs(context, "reviewer");
  const open = async (q: string) =>
    (await ask(queue, { context, path: `/review/queue?q=${q}`, cookie }))
      .data as unknown as Screen;
  expect((await open("state:eaten")).search.problems[0]?.text).toMatch(
    /^“eaten” is nothing that “state:” can find: it finds received, .* and all\. It was left out\.$/,
  );
  const mine = (await open("mine")).search.problems[0]?.correction;
  expect(mine).toEqual({ label: "with:me", href: "/review/queue?q=with%3Ame" });
  for (const q of ["state:unread", "state:New"])
    expect(await open(q)).toMatchObject({
      heading: expect.stringMatching(/^3 responses/),
      filter: { state: "received" },
    });
});

test("what about calls waits for whoever keeps them stands on their first page, and on nobody else's", async () => {
  const { db, call, mine, theirs, retitle } = await givenChange();
  const now = () => mine.now;
  const context = await makeTestContext(db, { now });
  const waitingOf = async ({ cookie }: { cookie: string }) => {
    const asked = { context, cookie, path: "/review/queue" };
    const page = await ask(queue, asked);
    const { waiting } = page.data as unknown as {
      waiting: { words: string; href: string }[];
    };
    return waiting.map(({ words }) => words);
  };
  const lena = await signInAs(context, "lead", "Lena");
  const mo = await signInAs(context, "admin", "Mo");
  const reviewer = await signInAs(context, "reviewer", "Rae");
  const own = { ...mine, staffId: lena.staffId };
  const of = { ...mine, staffId: mo.staffId };
  expect(await waitingOf(lena)).toEqual([]);
  const { en: title } = call.definition.title;
  await proposeWorkingCopy(db, own);
  const asked = `A change of “${title}” waits for your approval. Lena asked on 27 Nov 2026, 6:00pm.`;
  expect(await waitingOf(mo)).toEqual([asked]);
  expect(await waitingOf(lena)).toEqual([]);
  expect(await waitingOf(reviewer)).toEqual([]);
  await returnWorkingCopy(db, { ...of, note: "Say who “we” is." });
  expect(await waitingOf(mo)).toEqual([]);
  expect(await waitingOf(lena)).toEqual([
    `Your change of “${title}” was refused. Mo sent it back on 27 Nov 2026, 6:00pm.`,
  ]);
  await proposeWorkingCopy(db, own);
  const rowVersion = await retitle("Who?");
  expect(await waitingOf(mo)).toEqual([]);
  expect(await waitingOf(lena)).toEqual([
    expect.stringMatching(/^Nobody looks at your change/),
  ]);
  await publishAlone(db, { ...own, rowVersion, reason: "A number." });
  expect(await waitingOf(lena)).toEqual([]);
  expect(await waitingOf(mo)).toEqual([
    `Version 2 of “${title}” was published alone, and nobody else has looked. Lena published it on 27 Nov 2026, 6:00pm.`,
  ]);
  const { definitionId } = await findCall(db, call.id);
  await lookAfterwards(db, { ...theirs, definitionId });
  const made = await givenCall(db, { state: "draft", slug: "made" });
  const times = { opensAt: null, closesAt: null, seenVersion: made.rowVersion };
  const opening = { callId: made.id, now: mine.now };
  await proposeOpening(db, { ...opening, ...times, staffId: lena.staffId });
  expect(await waitingOf(mo)).toEqual([
    expect.stringContaining("waits for your approval to open. Lena asked"),
  ]);
  expect(await waitingOf(lena)).toEqual([]);
  const { proposed } = await findOpeningProposal(db, made);
  const looked = { ...opening, staffId: mo.staffId, note: "Not yet." };
  await returnOpening(db, { ...looked, seal: proposed?.seal ?? "" });
  expect(await waitingOf(mo)).toEqual([]);
  expect(await waitingOf(lena)).toEqual([
    expect.stringContaining("was not approved to open. Mo sent it back"),
  ]);
});
