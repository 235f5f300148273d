import { beforeEach, describe, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  action as setUp,
  loader as setUpPage,
} from "#app/routes/review.account_.second-step.tsx";
import { action as addNote } from "#app/routes/review.responses.$reference_.notes.tsx";
import { action as signOut } from "#app/routes/review.sign-out.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { action as secondStep } from "#app/routes/review_.second-step.tsx";
import { action as signIn } from "#app/routes/review_.sign-in.tsx";
import { codeOfStep, stepOf } from "#app/domain/accounts/totp.server.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { writeHeldForm } from "#app/ui/review/held-form.tsx";
import { askBoth, guardedRoutes } from "#tests/asking/review-modules.ts";
import { type Answer, ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenSecondStep } from "#tests/given/second-steps.ts";
import { signInAs } from "#tests/given/sessions.ts";

let context: RequestContext;

beforeEach(async () => {
  const made = await makeTestContext(openTestDatabase().db);
  context = { ...made, env: { ...made.env, secondStep: "required" } };
});

const path = "/review/queue";
const openQueue = (cookie: string) => ask(queue, { context, path, cookie });
const at = "/review/second-step";

/** What opens before a second step is set up, or before its code: the way out, and one's own account. */
const opensBeforeSetUp = [
  "review._index.tsx",
  "review.$.tsx",
  "review.tsx",
  "review.account.tsx",
  "review.account_.password.tsx",
  "review.account_.second-step.tsx",
  "review.sessions.tsx",
  "review.sign-out.tsx",
];

describe.each(guardedRoutes)("$name", ({ name, load }) => {
  test("opens to whoever has no second step only where they set one up", async () => {
    const { cookie } = await signInAs(context, "admin");
    const { got, posted } = await askBoth(load, { context, cookie });
    if (opensBeforeSetUp.includes(name)) {
      expect(got?.location).not.toBe("/review/account/second-step");
      expect(posted?.status).not.toBe(401);
      return;
    }
    if (got) expect(got.location).toBe("/review/account/second-step");
    if (posted) expect(posted.status).toBe(401);
  });

  test("opens to whoever has not given their code only to sign out", async () => {
    const { cookie, staffId } = await signInAs(context, "admin");
    await givenSecondStep(context.db, { staffId, now: new Date() });
    const { got, posted } = await askBoth(load, { context, cookie });
    if (name === "review.sign-out.tsx") {
      expect(posted?.location).toBe("/review/sign-in");
      return;
    }
    if (got) expect(got.location).toMatch(/^\/review\/second-step\?from=/);
    if (posted) expect(posted.status).toBe(401);
  });
});

function cookieOf({ headers }: Answer): string {
  const lines = headers.getSetCookie().map((line) => line.split(";")[0]);
  return lines.join("; ");
}

/** Somebody who has given their password. */
async function givenHalfWay() {
  const { auth, db } = context;
  const { email, password, staffId } = await givenStaffMember(db, { auth });
  const own = await givenSecondStep(db, { staffId, now: new Date() });
  const signInWith = (form: Record<string, string> = {}) =>
    ask(signIn, {
      context,
      path: "/review/sign-in",
      form: { email, password, from: "/review/tags", ...form },
    });
  const signedIn = await signInWith();
  const cookie = cookieOf(signedIn);
  const give = (code: string, form: Record<string, string> = {}) =>
    ask(secondStep, { context, path: at, cookie, form: { code, ...form } });
  return { signedIn, signInWith, own, cookie, give };
}

describe("signing in", () => {
  test("asks for the code, and goes on under another session name to what was asked for", async () => {
    const { signedIn, own, cookie, give } = await givenHalfWay();
    expect(signedIn.location).toBe("/review/second-step?from=%2Freview%2Ftags");
    expect((await openQueue(cookie)).status).toBe(303);
    const code = own.codeAt(new Date());
    const passed = await give(code, { from: "/review/tags" });
    expect([passed.status, passed.location]).toEqual([303, "/review/tags"]);
    expect((await openQueue(cookieOf(passed))).status).toBe(200);
    expect((await openQueue(cookie)).location).toMatch(/sign-in/);
  });

  test("takes no code twice, and is not led elsewhere", async () => {
    const { signInWith, own, give } = await givenHalfWay();
    const code = own.codeAt(new Date());
    const from = "//evil.example/";
    expect((await give(code, { from })).location).toBe("/review/queue");
    const cookie = cookieOf(await signInWith());
    const again = await ask(secondStep, {
      context,
      path: at,
      cookie,
      form: { code },
    });
    expect(again).toMatchObject({ status: 401, data: { sent: {} } });
    expect(JSON.stringify(again.data)).not.toContain(code);
    const [recovery = ""] = own.recoveryCodes;
    const form = { code: recovery };
    const passed = await ask(secondStep, { context, path: at, cookie, form });
    expect(passed.status).toBe(303);
  });

  test("asks to wait after ten wrong codes", async () => {
    const { own, give } = await givenHalfWay();
    for (let tries = 0; tries < 10; tries += 1)
      expect((await give("000 000 0")).status).toBe(401);
    expect((await give(own.codeAt(new Date()))).status).toBe(429);
  });

  test("carries a form that waits through both steps", async () => {
    const { signInWith, own } = await givenHalfWay();
    const action = "/review/responses/H-1/notes";
    const fields: [string, string][] = [["body", "Half a note"]];
    const held = writeHeldForm({ action, fields });
    const signedIn = await signInWith({ held });
    expect(signedIn.data).toMatchObject({
      need: "code",
      held: { action, fields },
    });
    const cookie = cookieOf(signedIn);
    const send = (code: string) =>
      ask(secondStep, { context, path: at, cookie, form: { code, held } });
    expect((await send("1")).data).toMatchObject({ held: { action, fields } });
    const passed = await send(own.codeAt(new Date()));
    expect(passed.data).toMatchObject({ isPassed: true, held: { fields } });
    expect((await openQueue(cookieOf(passed))).status).toBe(200);
  });

  test("without the code lets nobody write, and lets them out", async () => {
    const { cookie } = await givenHalfWay();
    const form = { body: "Half a note" };
    const params = { reference: "H-1" };
    const asked = { context, path, cookie, form, params };
    expect(await ask(addNote, asked)).toMatchObject({
      status: 401,
      data: { held: { fields: [["body", "Half a note"]] } },
    });
    expect((await ask(signOut, asked)).location).toBe("/review/sign-in");
  });
});

describe("setting it up", () => {
  const ownPath = "/review/account/second-step";

  async function givenNewcomer() {
    const { auth, db } = context;
    const staff = await givenStaffMember(db, { auth });
    const { email, password } = staff;
    const form = { email, password, from: "" };
    const signedIn = await ask(signIn, { context, path, form });
    const cookie = cookieOf(signedIn);
    const { data } = await ask(setUpPage, { context, path: ownPath, cookie });
    const { offer, typedKey } = data as { offer: string; typedKey: string };
    const send = (code: string, more: Record<string, string> = {}) =>
      ask(setUp, {
        ...{ context, path: ownPath, cookie },
        form: { offer, code, ...more },
      });
    return { staff, cookie, offer, key: readKey(typedKey), send };
  }

  const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  function readKey(typed: string): Buffer {
    const bits = [...typed.replaceAll(" ", "")]
      .map((sign) => base32.indexOf(sign).toString(2).padStart(5, "0"))
      .join("");
    const bytes = bits.match(/.{8}/g) ?? [];
    return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
  }

  test("shows ten recovery codes once, and opens what people sent", async () => {
    const { cookie, key, send } = await givenNewcomer();
    expect((await openQueue(cookie)).location).toBe(ownPath);
    const refused = await send("12345");
    expect(refused).toMatchObject({
      status: 400,
      data: { sent: {}, again: { offer: expect.any(String) } },
    });
    const done = await send(codeOfStep(key, stepOf(new Date())));
    expect(done.data?.recoveryCodes).toHaveLength(10);
    expect((await openQueue(cookie)).status).toBe(200);
  });

  test("in place of one that is there asks for the password", async () => {
    const { staff, cookie, key, send } = await givenNewcomer();
    await send(codeOfStep(key, stepOf(new Date())));
    const { data } = await ask(setUpPage, { context, path: ownPath, cookie });
    expect(data?.isReplacing).toBe(true);
    const code = codeOfStep(key, stepOf(new Date()) + 1);
    expect((await send(code)).data).toMatchObject({
      errors: { password: expect.any(String) },
    });
    const { password } = staff;
    expect((await send(code, { password })).data?.recoveryCodes).toHaveLength(
      10,
    );
  });
});
