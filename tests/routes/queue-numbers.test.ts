import { expect, test } from "vitest";
import { loader as numbers } from "#app/routes/review.queue_.numbers.ts";
import { loader as queue } from "#app/routes/review.queue.tsx";
import type { describeQueue } from "#app/screens/review/queue.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { ask, callRoute } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenOpenList() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const other = await givenQueue(db, 1);
  const { call } = await givenQueue(db, 2);
  const { cookie, staffId } = await signInAs(context, "reviewer");
  const askNumbers = async (path: string, etag = "") => {
    const request = new Request(`http://localhost:3000${path}`, {
      headers: { cookie, "If-None-Match": etag },
    });
    const args = { request, context: { ...context }, params: {} };
    const { response } = await callRoute(numbers, args);
    if (!response) throw new Error("It answered with no response");
    return response;
  };
  const open = async (path: string) =>
    (await ask(queue, { context, path, cookie })).data as unknown as ReturnType<
      typeof describeQueue
    >;
  return { db, call, other, staffId, askNumbers, open };
}

test("an open list is told what came in since, and nothing where nothing did", async () => {
  const { db, call, other, askNumbers, open } = await givenOpenList();
  const { live, stateLinks } = await open(`/review/queue?call=${call.slug}`);
  const { address = "", arrived } = live ?? {};
  const first = await askNumbers(address);
  const body = await first.json();
  expect(body).toMatchObject({ arrived, numbers: { "to-do": "2" } });
  for (const link of stateLinks)
    if ("name" in link)
      expect(body.numbers).toHaveProperty(link.name, link.count);
  const etag = first.headers.get("ETag") ?? "";
  await givenResponse(db, { call: other.call });
  expect((await askNumbers(address, etag)).status).toBe(304);
  await givenResponse(db, { call });
  const later = await askNumbers(address, etag);
  expect(await later.json()).toMatchObject({ arrived: (arrived ?? 0) + 1 });
});

test("a list that is narrowed keeps its own numbers", async () => {
  const { open } = await givenOpenList();
  for (const narrowed of ["q=housing", "assignee=me", "files=yes"])
    expect((await open(`/review/queue?${narrowed}`)).live).toBeUndefined();
  for (const wide of ["", "state=all", "page=2", "sort=newest"])
    expect((await open(`/review/queue?${wide}`)).live).toBeDefined();
});

test("what a page asks for by itself keeps nobody signed in", async () => {
  const { db, staffId, askNumbers, open } = await givenOpenList();
  const before = new Date(Date.now() - 10 * 60_000).toISOString();
  await db
    .updateTable("staff_sessions")
    .set({ seen_at: before })
    .where("userId", "=", staffId)
    .execute();
  const seen = async () =>
    db
      .selectFrom("staff_sessions")
      .select("seen_at")
      .where("userId", "=", staffId)
      .executeTakeFirstOrThrow();
  expect((await askNumbers("/review/queue/numbers")).status).toBe(200);
  expect(await seen()).toEqual({ seen_at: before });
  await open("/review/queue");
  await expect.poll(seen).not.toEqual({ seen_at: before });
});
