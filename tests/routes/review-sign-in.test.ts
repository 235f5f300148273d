import { describe, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { safeReturnPath } from "#app/http/request/guards.server.ts";
import { readHeldForm } from "#app/http/request/held-form.server.ts";
import { loader as queueLoader } from "#app/routes/review.queue.tsx";
import { action as signOut } from "#app/routes/review.sign-out.tsx";
import {
  action as signIn,
  loader as signInPage,
} from "#app/routes/review_.sign-in.tsx";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { type HeldForm, writeHeldForm } from "#app/ui/review/held-form.tsx";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const path = "/review/sign-in";

async function givenPortal(overrides: Partial<RequestContext> = {}) {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, overrides);
  const staff = await givenStaffMember(db, { auth: context.auth });
  const { email, password } = staff;
  const send = (form: Record<string, string>, more = {}) =>
    ask(signIn, {
      context,
      path,
      form: { email, password, from: "", ...form },
      ...more,
    });
  return { db, context, staff, send };
}

function cookieOf(headers: Headers) {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

describe("signing in", () => {
  test("begins a session and leads to the page that was asked for", async () => {
    const { context, send } = await givenPortal();
    const from = "/review/queue?state=spam&q=a+b";
    const { status, location, headers } = await send({ from });
    expect([status, location]).toEqual([303, from]);
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = cookieOf(headers);
    const queue = await ask(queueLoader, {
      context,
      path: "/review/queue",
      cookie,
    });
    expect(queue.status).toBe(200);
    expect((await ask(signInPage, { context, path, cookie })).location).toBe(
      "/review/queue",
    );
  });

  test("says the same for an unknown address, a wrong password and a disabled account", async () => {
    const { db, staff, send } = await givenPortal();
    const wrong = await send({ password: "not the password at all" });
    const unknown = await send({ email: "nobody@review.example" });
    await db
      .updateTable("staff")
      .set({ disabled_at: new Date().toISOString() })
      .where("id", "=", staff.staffId)
      .execute();
    const disabled = await send({});
    expect(wrong.status).toBe(401);
    for (const other of [unknown, disabled]) {
      expect(other.status).toBe(401);
      expect(other.data?.errors).toEqual(wrong.data?.errors);
    }
    const sessions = db.selectFrom("staff_sessions").selectAll();
    expect(await sessions.execute()).toEqual([]);
  });

  test("gives the address back and asks for what is missing", async () => {
    const { send } = await givenPortal();
    const typed = await send({ email: "not an address", password: "secret" });
    expect(JSON.stringify(typed.data)).not.toContain("secret");
    const reply = await send({ email: "not an address", password: "" });
    expect(reply.status).toBe(400);
    expect(reply.data).toMatchObject({
      sent: { email: "not an address" },
      errors: {
        email: expect.stringMatching(/^Enter your email address/),
        password: "Enter your password",
      },
    });
  });

  test("ends the session that the browser had before", async () => {
    const { db, send } = await givenPortal();
    const first = cookieOf((await send({})).headers);
    const before = await db
      .selectFrom("staff_sessions")
      .select("token")
      .execute();
    await send(
      {},
      { cookie: first, headers: { Origin: "http://localhost:3000" } },
    );
    const after = await db
      .selectFrom("staff_sessions")
      .select("token")
      .execute();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });
});

describe("a form posted after the session ended", () => {
  const form: HeldForm = {
    action: "/review/responses/H-2222-2222/notes",
    fields: [["body", "A long note\nof two lines & [a bracket"]],
  };
  const held = writeHeldForm(form);

  test("comes back from a wrong password and, signed in, is there to be sent", async () => {
    const { send } = await givenPortal();
    const wrong = await send({ held, password: "wrong password" });
    expect(wrong.data?.held).toEqual(form);
    const right = await send({ held });
    expect(right.status).toBe(200);
    expect(right.data?.held).toEqual(form);
    expect(cookieOf(right.headers)).not.toBe("");
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/calls",
    "/review/%2e%2e/calls",
    "/review/queue/%2E./.%2e/respond/advice/delete",
    "/review//evil.example",
    "/review/\\evil.example",
  ])("is not sent to %s", async (action) => {
    const { send } = await givenPortal();
    const forged = writeHeldForm({ action, fields: [["a", "b"]] });
    expect((await send({ held: forged })).location).toBe("/review/queue");
  });
});

test("signing out ends the session and tells the browser to forget its pages", async () => {
  const { db, context, send } = await givenPortal();
  const cookie = cookieOf((await send({})).headers);
  const { status, location, headers } = await ask(signOut, {
    context,
    path: "/review/sign-out",
    cookie,
    form: {},
  });
  expect([status, location]).toEqual([303, "/review/sign-in"]);
  expect(headers.get("Clear-Site-Data")).toBe('"cache"');
  const taken = headers.getSetCookie().map((line) => line.split("=")[0]);
  expect(taken).toContain("heard-session");
  expect(taken).toContain("heard-flash");
  expect(await db.selectFrom("staff_sessions").selectAll().execute()).toEqual(
    [],
  );
  expect(
    (await ask(queueLoader, { context, path: "/review/queue", cookie })).status,
  ).toBe(303);
});

test.each([
  "//evil.example/review/",
  "/\\evil.example",
  "https://evil.example/review/queue",
  "javascript:alert(1)",
  "/review/../calls",
  "/review/%2e%2e/calls",
  "/review/queue/%2E./.%2e/respond/advice/delete",
  "/review//evil.example",
  "/review/queue\r\nSet-Cookie: x=1",
  "/reviewer",
  "",
])("a return address like %j leads to the queue instead", (asked) => {
  expect(safeReturnPath(asked)).toBe("/review/queue");
});

test.each(["/review/../calls", "/review/%2e%2e/calls", "/review/\t../calls"])(
  "a held form for %j is not held: it would be sent elsewhere",
  (action) => {
    const held = (to: string) =>
      readHeldForm(new URLSearchParams({ "": to, body: "A note" }).toString());
    expect(held(action)).toBeUndefined();
    expect(held("/review/responses/H-1/notes?view=a")?.fields).toEqual([
      ["body", "A note"],
    ]);
  },
);
