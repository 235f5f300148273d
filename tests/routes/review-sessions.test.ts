import { beforeEach, describe, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { action, loader } from "#app/routes/review.sessions.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const path = "/review/sessions";
const now = new Date("2026-11-22T09:00:00Z");
let context: RequestContext;
let earlier: { staffId: string; cookie: string };

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  earlier = await signInAs(context, "admin", "Ada Earlier");
});

/** A second session of a person who has one. */
async function addSession(staffId: string, begun = now) {
  const { internalAdapter } = await context.auth.$context;
  const session = await internalAdapter.createSession(staffId);
  await context.db
    .updateTable("staff_sessions")
    .set({ createdAt: begun.toISOString(), seen_at: begun.toISOString() })
    .where("id", "=", session.id)
    .execute();
  return session.id;
}

const isSignedIn = async (cookie: string) =>
  (await ask(queue, { context, path: "/review/queue", cookie })).status === 200;

const post = (cookie: string, form: Record<string, string>) =>
  ask(action, { context, path, cookie, form });

describe("one's own sessions", () => {
  test("are listed, those that are over left out, and nobody else's", async () => {
    const own = await signInAs(context, "reviewer");
    const other = await addSession(own.staffId, new Date("2026-11-22T08:45Z"));
    await addSession(own.staffId, new Date("2026-11-22T08:15:00Z"));
    const { data } = await ask(loader, { context, path, cookie: own.cookie });
    expect(data).toEqual({
      own: [
        {
          sessionId: expect.any(String),
          begun: "22 Nov 2026, 9:00am",
          lastUsed: "22 Nov 2026, 9:00am",
          isCurrent: true,
        },
        {
          sessionId: other,
          begun: "22 Nov 2026, 8:45am",
          lastUsed: "22 Nov 2026, 8:45am",
          isCurrent: false,
        },
      ],
      colleagues: undefined,
    });
  });

  test("end one by one, or all but the one that is asking", async () => {
    const own = await signInAs(context, "reviewer");
    const session = await addSession(own.staffId);
    await addSession(own.staffId);
    await addSession(own.staffId);
    await post(own.cookie, { session });
    const left = context.db
      .selectFrom("staff_sessions")
      .select("id")
      .where("userId", "=", own.staffId);
    expect(await left.execute()).toHaveLength(3);
    const { status, location } = await post(own.cookie, {});
    expect([status, location]).toEqual([303, path]);
    expect(await left.execute()).toHaveLength(1);
    expect(await isSignedIn(own.cookie)).toBe(true);
    expect(await isSignedIn(earlier.cookie)).toBe(true);
  });
});

describe("a colleague's sessions", () => {
  test("are ended by those who lead", async () => {
    const lead = await signInAs(context, "lead");
    const reviewer = await signInAs(context, "reviewer", "Ben Later");
    await addSession(reviewer.staffId);
    const { data } = await ask(loader, { context, path, cookie: lead.cookie });
    expect(data?.colleagues).toEqual([
      { staffId: earlier.staffId, name: "Ada Earlier", count: 1 },
      { staffId: reviewer.staffId, name: "Ben Later", count: 2 },
    ]);
    await post(lead.cookie, { staff: reviewer.staffId });
    expect(await isSignedIn(reviewer.cookie)).toBe(false);
    expect(await isSignedIn(earlier.cookie)).toBe(true);
    expect(await isSignedIn(lead.cookie)).toBe(true);
  });

  test("are not ended by a reviewer, nor by naming one of their sessions", async () => {
    const { cookie } = await signInAs(context, "reviewer");
    const session = await addSession(earlier.staffId);
    expect((await post(cookie, { staff: earlier.staffId })).status).toBe(403);
    await post(cookie, { session });
    const left = await context.db
      .selectFrom("staff_sessions")
      .select("id")
      .where("userId", "=", earlier.staffId)
      .execute();
    expect(left).toHaveLength(2);
  });
});
