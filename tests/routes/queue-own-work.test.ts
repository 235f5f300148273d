import { expect, test } from "vitest";
import { loader as queue } from "#app/routes/review.queue.tsx";
import type { describeQueue } from "#app/screens/review/queue.ts";
import { ask } from "#tests/asking/routes.ts";
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
