import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { ask, type Reply } from "#tests/setup/asking.ts";
import { makeTestContext } from "#tests/setup/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { signInAs } from "#tests/setup/signed-in.ts";

type RouteModule = { loader?: LoaderFunction; action?: ActionFunction };

/** Every module of the review side there is: a new one is in the list by being a file. */
const modules = import.meta.glob<RouteModule>(
  "../../app/routes/review*{.tsx,.ts,/route.tsx,/route.ts}",
);

/** The one page of the review side that is for people who are not signed in. */
const openToAll = ["review_.sign-in.tsx"];

/** Routes that ask for more than being on the team. */
const leadOnly = [
  "review.work.tsx",
  "review.responses.$reference_.identity.tsx",
];

const routes = Object.entries(modules)
  .map(([path, load]) => ({
    name: path.replace("../../app/routes/", ""),
    load,
  }))
  .filter(({ name }) => !openToAll.includes(name));

const path = "/review/somewhere";
const form = { intent: "raise", note: "typed" };

/** Asks whatever the module has, by GET and by POST; undefined where it has no such function. */
async function askBoth(
  load: () => Promise<RouteModule>,
  asked: Omit<Parameters<typeof ask>[1], "path">,
): Promise<{ got: Reply | undefined; posted: Reply | undefined }> {
  const { loader, action } = await load();
  const params = { attachment: "x", tag: "1", passage: "x", "*": "x" };
  const all = { path, ...asked, params: { ...params, ...asked.params } };
  return {
    got: loader && (await ask(loader, all)),
    posted: action && (await ask(action, { ...all, form })),
  };
}

function expectSignInAsked({
  got,
  posted,
}: Awaited<ReturnType<typeof askBoth>>) {
  expect(got ?? posted, "has a loader or an action").toBeDefined();
  if (got) {
    expect(got.status).toBe(303);
    expect(got.location).toMatch(/^\/review\/sign-in/);
  }
  if (posted) {
    expect(posted.status).toBe(401);
    expect(posted.data).toEqual({
      held: { action: path, fields: Object.entries(form) },
      from: "/review/queue",
      name: "An independent review",
    });
  }
}

describe.each(routes)("$name", ({ name, load }) => {
  test("refuses whoever is not signed in, in its loader and in its action", async () => {
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { reference } = await givenResponse(db);
    const selectEvents = db.selectFrom("events").select("id");
    const before = await selectEvents.execute();
    expectSignInAsked(await askBoth(load, { context, params: { reference } }));
    expect(await selectEvents.execute()).toEqual(before);
  });

  test("refuses an account that was disabled, whose cookie still lives", async () => {
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { cookie, staffId } = await signInAs(context, "admin");
    await db
      .updateTable("staff")
      .set({ disabled_at: new Date().toISOString() })
      .where("id", "=", staffId)
      .execute();
    expectSignInAsked(await askBoth(load, { context, cookie }));
  });

  const refusedRoles: StaffRole[] = leadOnly.includes(name) ? ["reviewer"] : [];
  test.each(refusedRoles)("refuses a %s", async (role) => {
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { cookie } = await signInAs(context, role);
    const { reference } = await givenResponse(db);
    const params = { reference };
    const { got, posted } = await askBoth(load, { context, cookie, params });
    for (const reply of [got, posted])
      if (reply) expect(reply.status).toBe(403);
  });
});
