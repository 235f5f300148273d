import { describe, expect, test } from "vitest";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  askBoth,
  askedForm,
  askedPath,
  guardedRoutes,
} from "#tests/asking/review-modules.ts";
import { signInAs } from "#tests/given/sessions.ts";

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
      held: { action: askedPath, fields: Object.entries(askedForm) },
      from: "/review/queue",
      name: "An independent review",
    });
  }
}

describe.each(guardedRoutes)("$name", ({ load }) => {
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
});
