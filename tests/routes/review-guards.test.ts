import type {
  ActionFunction,
  AppLoadContext,
  LoaderFunction,
} from "@remix-run/node";
import { describe, expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
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

/** What the function throws or answers. */
async function ask(
  run: LoaderFunction | ActionFunction,
  request: Request,
  context: AppLoadContext,
  reference: string,
): Promise<unknown> {
  const params = {
    reference,
    attachment: "x",
    tag: "1",
    passage: "x",
    "*": "x",
  };
  try {
    return await run({ request, context, params });
  } catch (thrown) {
    return thrown;
  }
}

function post(headers: Record<string, string> = {}) {
  return new Request("http://localhost:3000/review/somewhere", {
    method: "POST",
    body: new URLSearchParams({ intent: "raise" }),
    headers,
  });
}

function get(headers: Record<string, string> = {}) {
  return new Request("http://localhost:3000/review/somewhere", { headers });
}

describe.each(routes)("$name", ({ name, load }) => {
  test("refuses whoever is not signed in, in its loader and in its action", async () => {
    const { loader, action } = await load();
    expect(loader ?? action, "has a loader or an action").toBeDefined();
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { reference } = await givenResponse(db);
    const before = await db.selectFrom("events").select("id").execute();
    const answers = [
      ...(loader ? [await ask(loader, get(), context, reference)] : []),
      ...(action ? [await ask(action, post(), context, reference)] : []),
    ];
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(Response);
      const { status, headers } = answer as Response;
      expect(status).toBe(303);
      expect(headers.get("Location")).toMatch(/^\/review\/sign-in/);
    }
    expect(await db.selectFrom("events").select("id").execute()).toEqual(
      before,
    );
  });

  test("refuses an account that was disabled, whose cookie still lives", async () => {
    const { loader, action } = await load();
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { cookie, staffId } = await signInAs(context, "admin");
    await db
      .updateTable("staff")
      .set({ disabled_at: new Date().toISOString() })
      .where("id", "=", staffId)
      .execute();
    for (const [run, request] of [
      [loader, get({ cookie })],
      [action, post({ cookie })],
    ] as const) {
      if (!run) continue;
      const answer = await ask(run, request, context, "H-2222-2222");
      expect((answer as Response).headers.get("Location")).toMatch(
        /^\/review\/sign-in/,
      );
    }
  });

  const refusedRoles: StaffRole[] = leadOnly.includes(name) ? ["reviewer"] : [];
  test.each(refusedRoles)("refuses a %s", async (role) => {
    const { loader, action } = await load();
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { cookie } = await signInAs(context, role);
    const { reference } = await givenResponse(db);
    for (const [run, request] of [
      [loader, get({ cookie })],
      [action, post({ cookie })],
    ] as const) {
      if (!run) continue;
      const answer = await ask(run, request, context, reference);
      expect((answer as Response).status).toBe(403);
    }
  });
});
