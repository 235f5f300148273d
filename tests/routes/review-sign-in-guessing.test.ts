import { hash } from "@node-rs/argon2";
import { describe, expect, onTestFinished, test } from "vitest";
import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import {
  countGuess,
  forgetGuesses,
} from "#app/http/request/guess-throttle.server.ts";
import { action as signIn } from "#app/routes/review_.sign-in.tsx";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const path = "/review/sign-in";

async function givenPortal() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
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

describe("wrong tries", () => {
  test("make one account wait from one network, tell how long, and lock nobody out", async () => {
    const { context, staff, send } = await givenPortal();
    for (let tried = 0; tried < 10; tried += 1)
      expect((await send({ password: "wrong password" })).status).toBe(401);
    const slowed = await send({});
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("Retry-After"))).toBeGreaterThan(60);
    expect(JSON.stringify(slowed.data)).toMatch(/Wait 15 minutes/);
    const elsewhere = await ask(signIn, {
      context: { ...context, networkKey: "another-network" },
      path,
      form: { email: staff.email, password: staff.password },
    });
    expect(elsewhere.status).toBe(303);
    const other = await send({ email: "somebody.else@review.example" });
    expect(other.status).toBe(401);
  });

  test("count together when they come at once", async () => {
    const { send } = await givenPortal();
    const replies = await Promise.all(
      Array.from({ length: 14 }, () => send({ password: "wrong password" })),
    );
    const waiting = replies.filter(({ status }) => status === 429);
    expect(waiting).toHaveLength(4);
  });

  test("are forgotten when the right password comes", async () => {
    const { send } = await givenPortal();
    for (let round = 0; round < 2; round += 1) {
      for (let tried = 0; tried < 6; tried += 1)
        expect((await send({ password: "wrong password" })).status).toBe(401);
      expect((await send({})).status).toBe(303);
    }
  });
});

describe("guessing", () => {
  const elsewhere = { networkKey: "another-network" };

  test("goes on where it was after a restart", async () => {
    const { db, staff, send } = await givenPortal();
    for (let tried = 0; tried < 10; tried += 1)
      await send({ password: "wrong password" });
    const restarted = await makeTestContext(db);
    const { email, password } = staff;
    const form = { email, password, from: "" };
    const answer = await ask(signIn, { context: restarted, path, form });
    expect(answer.status).toBe(429);
    const stored = await db.selectFrom("limit_counts").selectAll().execute();
    expect(JSON.stringify(stored)).not.toMatch(/@|test-network/);
  });

  test("one password on many accounts makes the network wait, and nobody else", async () => {
    const portal = await givenPortal();
    const now = new Date();
    const context = { ...portal.context, now: () => now };
    const to = "sign-in" as const;
    const attempt = (n: number) => ({ context, to, at: `${n}@review.example` });
    for (let n = 0; n < 30; n += 1)
      expect(await countGuess(attempt(n))).toEqual({ ok: true });
    expect(await countGuess(attempt(30))).toMatchObject({
      ok: false,
      waitSeconds: 900,
    });
    const other = { ...context, ...elsewhere };
    expect(await countGuess({ ...attempt(0), context: other })).toEqual({
      ok: true,
    });
    const later = new Date(now.getTime() + 15 * 60_000 + 1_000);
    const waited = { ...context, now: () => later };
    expect(await countGuess({ ...attempt(30), context: waited })).toEqual({
      ok: true,
    });
  });

  test("a right password counts for nothing against the network", async () => {
    const { context } = await givenPortal();
    const to = "sign-in" as const;
    for (let n = 0; n < 40; n += 1) {
      const attempt = { context, to, at: `${n}@review.example` };
      expect(await countGuess(attempt)).toEqual({ ok: true });
      if (n > 0) await forgetGuesses(attempt);
    }
  });
});

test("two passwords are hashed at once, and a long line is told to come back", async () => {
  const { db, send } = await givenPortal();
  const taken = await Promise.all(
    ["a", "b"].map((asker) => waitForPasswordTurn(asker)),
  );
  const line = Array.from({ length: 30 }, () => waitForPasswordTurn("c"));
  const endAll = async () => {
    for (const turn of taken) turn?.end();
    for (const turn of line) (await turn)?.end();
  };
  // However this ends: the turns are the process's, and other tests sign in after it.
  onTestFinished(endAll);
  const busy = await send({});
  expect(busy.status).toBe(503);
  expect(busy.headers.get("Retry-After")).toBe("20");
  expect(busy.data).toMatchObject({
    sent: { email: expect.stringContaining("@") },
    errors: { email: expect.stringMatching(/^Many people are signing in/) },
  });
  await endAll();
  expect((await send({})).status).toBe(303);
  const counts = await db.selectFrom("limit_counts").select("count").execute();
  expect(counts.map(({ count }) => count)).toEqual([1]);
});

test("a hash that is weaker than those of today is made anew at sign-in", async () => {
  const { context, staff, send } = await givenPortal();
  const { internalAdapter } = await context.auth.$context;
  const weak = await hash(staff.password, { memoryCost: 1_024, timeCost: 1 });
  await internalAdapter.updatePassword(staff.staffId, weak);
  expect((await send({ password: "wrong password" })).status).toBe(401);
  expect((await send({})).status).toBe(303);
  const [account] = await internalAdapter.findAccounts(staff.staffId);
  expect(account?.password).toContain("m=65536,t=3,p=1");
});
