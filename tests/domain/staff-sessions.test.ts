import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import {
  endSessions,
  selectOpenSessions,
} from "#app/domain/accounts/sessions.server.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const begun = new Date("2026-11-22T08:00:00.000Z");
const after = (time: string) => new Date(`2026-11-22T${time}.000Z`);

async function givenSessions() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => begun });
  const earlier = await signInAs(context, "lead");
  const own = await signInAs(context, "reviewer");
  const isSignedIn = async (cookie: string, now: Date) =>
    (await findSignedInStaff(context.auth, db, {
      headers: new Headers({ Cookie: cookie }),
      now,
    })) !== undefined;
  /** That a session is used is written down beside the answer, which does not wait for it. */
  const isNoticed = (staffId: string, now: Date) =>
    expect
      .poll(
        () =>
          db
            .selectFrom("staff_sessions")
            .select("seen_at")
            .where("userId", "=", staffId)
            .executeTakeFirst(),
        { interval: 5 },
      )
      .toEqual({ seen_at: now.toISOString() });
  return { db, context, earlier, own, isSignedIn, isNoticed };
}

describe("a session", () => {
  test("ends when nobody has used it for half an hour, and stays ended", async () => {
    const { own, isSignedIn } = await givenSessions();
    expect(await isSignedIn(own.cookie, after("08:29:59"))).toBe(true);
    expect(await isSignedIn(own.cookie, after("08:59:59"))).toBe(false);
    expect(await isSignedIn(own.cookie, after("08:01:00"))).toBe(false);
  });

  test("goes on while it is used, and ends after twelve hours all the same", async () => {
    const { db, own, earlier, ...session } = await givenSessions();
    const { isSignedIn, isNoticed } = session;
    for (let hour = 8; hour < 20; hour += 1)
      for (const minutes of ["05", "25", "45"]) {
        const now = after(`${String(hour).padStart(2, "0")}:${minutes}:00`);
        expect(await isSignedIn(own.cookie, now)).toBe(true);
        await isNoticed(own.staffId, now);
      }
    expect(await isSignedIn(own.cookie, after("19:59:59"))).toBe(true);
    expect(await isSignedIn(own.cookie, after("20:00:00"))).toBe(false);
    expect(await selectOpenSessions(db, { now: begun })).toMatchObject([
      { staffId: earlier.staffId },
    ]);
  });

  test("that began in one moment with others stands among them by its id", async () => {
    const { db, context } = await givenSessions();
    for (let count = 0; count < 4; count += 1)
      await signInAs(context, "reviewer");
    const open = await selectOpenSessions(db, { now: begun });
    const ids = open.map(({ sessionId }) => sessionId);
    expect(ids).toHaveLength(6);
    expect(ids).toEqual([...ids].sort());
  });

  test("has a cookie that ends after twelve hours too, and a row", async () => {
    const { db, context } = await givenSessions();
    const { email, password } = await givenStaffMember(db, {
      auth: context.auth,
    });
    const answer = await context.auth.api.signInEmail({
      body: { email, password },
      asResponse: true,
    });
    expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=43200;");
    const row = await db
      .selectFrom("staff_sessions")
      .select(["createdAt", "expiresAt"])
      .orderBy("createdAt", "desc")
      .executeTakeFirstOrThrow();
    const milliseconds =
      Number(new Date(row.expiresAt)) - Number(new Date(row.createdAt));
    expect(Math.abs(milliseconds - 12 * 3_600_000)).toBeLessThan(5_000);
  });

  test("is read from its cookie as better-auth reads it, whatever a browser sends", async () => {
    const { db, context, earlier, own } = await givenSessions();
    const [name = "", value = ""] = own.cookie.split(/=(.*)/);
    const signed = decodeURIComponent(value);
    const [token = "", signature = ""] = signed.split(".");
    const forged = createHmac("sha256", "another secret").update(token);
    const sent = [
      own.cookie,
      `a=1; ${own.cookie}; b=2`,
      `a=1;${own.cookie};b=2`,
      `${own.cookie}; ${earlier.cookie}`,
      `${name}=; ${own.cookie}`,
      `x${own.cookie}`,
      `x=${own.cookie}`,
      `${name}=${signed}`,
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=.${signature}`,
      `${name}=${token}.${encodeURIComponent(forged.digest("base64"))}`,
      `${name}=${token}.${signature.replaceAll("=", "")}`,
      `${name}=${token}.${signature.toLowerCase()}`,
      `${name}=${earlier.cookie.split(/[=.]/)[1]}.${encodeURIComponent(signature)}`,
      `${name}=%E0%A4%A`,
      `${name}=${value}%`,
      name,
      "",
    ];
    const found = await Promise.all(
      sent.map(async (Cookie) => {
        const headers = new Headers({ Cookie });
        const of = { headers, now: after("08:10:00") };
        const ours = await findSignedInStaff(context.auth, db, of);
        const theirs = await context.auth.api.getSession({ headers });
        return { Cookie, ours: ours?.staffId, theirs: theirs?.user.id };
      }),
    );
    const read = found.filter(({ ours }) => ours !== undefined);
    expect(read).toHaveLength(5);
    for (const { Cookie, ours, theirs } of found)
      expect({ Cookie, staffId: ours }).toEqual({ Cookie, staffId: theirs });
  });

  test.each([
    ["https://heard.example", "__Host-heard-session", true],
    ["http://localhost:3000", "heard-session", false],
  ])("at %s is called %s", async (origin, name, isSecure) => {
    const { db } = openTestDatabase();
    const auth = createStaffAuth(db, {
      secret: testSecret,
      publicBaseUrl: new URL(origin),
    });
    const { email, password } = await givenStaffMember(db, { auth });
    const answer = await auth.api.signInEmail({
      body: { email, password },
      asResponse: true,
    });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(new RegExp(`^${name}=`));
    expect(cookies[0]).toMatch(/; Path=\/; HttpOnly/);
    expect(cookies[0]?.includes("; Secure")).toBe(isSecure);
    expect(cookies[0]).not.toContain("Domain");
    const Cookie = cookies[0]?.split(";")[0] ?? "";
    const of = { headers: new Headers({ Cookie }), now: new Date() };
    expect(await findSignedInStaff(auth, db, of)).toBeDefined();
  });
});

describe("sessions can be ended", () => {
  test("by disabling the account, and enabling it again revives none", async () => {
    const { db, earlier, own, isSignedIn } = await givenSessions();
    const setDisabled = (disabledAt: string | null) =>
      db
        .updateTable("staff")
        .set({ disabled_at: disabledAt })
        .where("id", "=", own.staffId)
        .execute();
    await setDisabled(begun.toISOString());
    await setDisabled(null);
    expect(await isSignedIn(own.cookie, begun)).toBe(false);
    expect(await isSignedIn(earlier.cookie, begun)).toBe(true);
  });

  test("one by one, all but one, and only those of the person who is meant", async () => {
    const { db, context, earlier, own, isSignedIn } = await givenSessions();
    const { internalAdapter } = await context.auth.$context;
    await internalAdapter.createSession(own.staffId);
    await internalAdapter.createSession(own.staffId);
    const open = await db
      .selectFrom("staff_sessions")
      .select("id")
      .where("userId", "=", own.staffId)
      .orderBy("createdAt")
      .execute();
    const [first, second] = open.map(({ id }) => id);
    const endedBy = own.staffId;
    const foreign = { staffId: earlier.staffId, sessionId: second ?? "" };
    expect(await endSessions(db, { ...foreign, endedBy, now: begun })).toBe(0);
    const of = { staffId: own.staffId, endedBy, now: begun };
    expect(await endSessions(db, { ...of, sessionId: second ?? "" })).toBe(1);
    expect(await endSessions(db, { ...of, exceptId: first ?? "" })).toBe(1);
    expect(await isSignedIn(own.cookie, begun)).toBe(true);
    expect(await endSessions(db, of)).toBe(1);
    expect(await isSignedIn(own.cookie, begun)).toBe(false);
    expect(await isSignedIn(earlier.cookie, begun)).toBe(true);
    const events = await db
      .selectFrom("events")
      .select("details")
      .where("type", "=", "staff.sessions-ended")
      .execute();
    expect(events).toHaveLength(3);
  });
});
