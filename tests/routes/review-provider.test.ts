import { afterEach, describe, expect, test } from "vitest";
import type { ProviderSettings } from "#app/domain/accounts/provider.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { readStaffOutbox } from "#app/domain/mail/mail.server.ts";
import { loader as personPage } from "#app/routes/review.people_.$person.tsx";
import { action as unlink } from "#app/routes/review.people_.$person_.provider.tsx";
import { loader as queuePage } from "#app/routes/review.queue.tsx";
import { loader as leave } from "#app/routes/review_.provider.ts";
import { loader as comeBack } from "#app/routes/review_.provider_.back.ts";
import { loader as signInPage } from "#app/routes/review_.sign-in.tsx";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  type GivenProvider,
  givenProvider,
  walkThrough,
} from "#tests/given/provider.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenSecondStep } from "#tests/given/second-steps.ts";

const path = "/review/provider";
const providers: GivenProvider[] = [];
afterEach(() => {
  for (const { close } of providers.splice(0)) close();
});

type People = Parameters<typeof givenProvider>[0]["people"];

async function givenPortal({ people = {} as People } = {}) {
  const { db } = openTestDatabase();
  const plain = await makeTestContext(db);
  const back = new URL("/review/provider/back", plain.env.publicBaseUrl).href;
  const provider = await givenProvider({ back, ...(people && { people }) });
  providers.push(provider);
  const { settings } = provider;
  const context = withProvider(plain, settings);
  // Another of the team stands before whoever is looked for.
  await givenStaffMember(db, {
    auth: context.auth,
    email: "kim@review.example",
  });
  const staff = await givenStaffMember(db, {
    ...{ auth: context.auth, email: "wren@review.example" },
  });
  return { db, context, staff, settings };
}

function withProvider(
  context: RequestContext,
  provider: ProviderSettings,
): RequestContext {
  return { ...context, env: { ...context.env, provider } };
}

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

async function setOff(context: RequestContext, from = "/review/tags") {
  const left = await ask(leave, {
    ...{ context, path: `${path}?from=${encodeURIComponent(from)}` },
  });
  return { to: left.location ?? "", cookie: cookiesOf(left.headers) };
}

async function visit(context: RequestContext, login: string, from?: string) {
  const { to, cookie } = await setOff(context, from);
  const back = await walkThrough(to, { login });
  const came = await ask(comeBack, { context, path: back, cookie });
  return { ...came, cookie, back, session: cookiesOf(came.headers) };
}

const why = (location: string | undefined) =>
  new URL(location ?? "", "http://localhost").searchParams.get("provider");

async function selectSignIns(context: RequestContext) {
  const { db } = context;
  const sessions = db.selectFrom("staff_sessions").select("userId");
  const events = db.selectFrom("events").select(["actor_id", "details"]);
  return {
    sessions: (await sessions.execute()).map(({ userId }) => userId),
    events: await events
      .where("type", "=", "staff.signed-in-by-provider")
      .execute(),
  };
}

describe("signing in with the team's identity provider", () => {
  test("lets somebody of the team in, whatever the case of their address", async () => {
    const { context, staff } = await givenPortal();
    const came = await visit(context, "Wren@Review.Example");
    expect(came.location).toBe("/review/tags");
    const { session: cookie } = came;
    const asked = { context, path: "/review/queue", cookie };
    expect((await ask(queuePage, asked)).status).toBe(200);
    const { staffId } = staff;
    const { sessions, events } = await selectSignIns(context);
    expect(sessions).toEqual([staffId]);
    expect(events).toHaveLength(1);
    expect(events[0]?.actor_id).toBe(staffId);
    expect(events[0]?.details).toContain("Northside Council");
    const { cookie: visitCookie, back } = came;
    const again = { context, path: back, cookie: visitCookie };
    expect(why((await ask(comeBack, again)).location)).toBe("wrong");
    expect(came.headers.getSetCookie().join()).toMatch(
      /heard-provider=; Path=\/; Max-Age=0/,
    );
  });

  test("links somebody to their account there, which then decides until an admin unlinks it", async () => {
    const email = "wren@review.example";
    const people: People = { old: { email }, renewed: { email } };
    const { db, context, staff } = await givenPortal({ people });
    const flashOf = ({ headers }: { headers: Headers }) =>
      /heard-flash=([^;]+)/.exec(headers.getSetCookie().join())?.[1];
    const first = await visit(context, "old");
    expect(first.location).toBe("/review/tags");
    expect(flashOf(first)).toBeDefined();
    people.old = { email: "wren@married.example", email_verified: false };
    const later = await visit(context, "old");
    expect(later.location).toBe("/review/tags");
    expect(flashOf(later)).toBeUndefined();
    expect(why((await visit(context, "renewed")).location)).toBe("another");
    const { cookie } = await signInAs(context, "admin", "Ada");
    const params = { person: staff.staffId };
    const asAdmin = { context, cookie, params };
    const page = await ask(personPage, {
      ...asAdmin,
      path: "/review/people/x",
    });
    expect(page.data).toMatchObject({
      mayUnlink: true,
      person: { provider: expect.stringContaining("Northside Council") },
    });
    const form = {};
    await ask(unlink, { ...asAdmin, form, path: "/review/people/x/provider" });
    expect((await selectSignIns(context)).sessions).not.toContain(
      staff.staffId,
    );
    expect((await visit(context, "renewed")).location).toBe("/review/tags");
    expect(why((await visit(context, "old")).location)).toBe("unverified");
    const letters = await readStaffOutbox(db, {
      ...{ secret: context.env.secret, now: context.now() },
    });
    expect(letters.map(({ to }) => to)).toEqual([email, email, email]);
    expect(letters.map(({ text }) => text).join()).not.toMatch(/renewed|old\b/);
  });

  test("asks for the second step after it, as after a password", async () => {
    const { context, staff } = await givenPortal();
    await givenSecondStep(context.db, { ...staff, now: new Date() });
    const came = await visit(context, staff.email);
    expect(came.location).toBe("/review/second-step?from=%2Freview%2Ftags");
    const cookie = came.session;
    const asked = { context, path: "/review/queue", cookie };
    expect((await ask(queuePage, asked)).location).toContain("second-step");
  });

  test.each([
    ["stranger@elsewhere.example", "stranger"],
    ["a.wren@review.example", "stranger"],
    // A Kelvin sign is a k once it is folded.
    ["kelvin", "stranger"],
    ["unverified@review.example", "unverified"],
    ["says-so@review.example", "unverified"],
    ["no-address", "unverified"],
    ["gone@review.example", "disabled"],
  ])("lets %s not in", async (login, reason) => {
    const email = "wren@review.example";
    const { db, context } = await givenPortal({
      people: {
        "unverified@review.example": { email, email_verified: false },
        "says-so@review.example": { email, email_verified: "true" },
        kelvin: { email: "\u212Aim@review.example" },
        "no-address": { email: "", email_verified: undefined },
      },
    });
    const gone = await givenStaffMember(db, {
      ...{ auth: context.auth, email: "gone@review.example" },
    });
    await db
      .updateTable("staff")
      .set({ disabled_at: new Date().toISOString() })
      .where("id", "=", gone.staffId)
      .execute();
    const came = await visit(context, login);
    expect([came.status, why(came.location)]).toEqual([303, reason]);
    const { sessions, events } = await selectSignIns(context);
    expect([sessions, events]).toEqual([[], []]);
    const team = await db.selectFrom("staff").select("id").execute();
    expect(team).toHaveLength(3);
    const page = { context, path: came.location ?? "" };
    const { data } = await ask(signInPage, page);
    expect(JSON.stringify(data?.provider)).toMatch(/"problem":"[^"]{30}/);
  });

  test("tells a visit that was stopped at the provider", async () => {
    const { context } = await givenPortal();
    const { to, cookie } = await setOff(context);
    const back = await walkThrough(to, { login: "", stopAt: "sign-in" });
    const came = await ask(comeBack, { context, path: back, cookie });
    expect(why(came.location)).toBe("stopped");
    expect(came.location).toContain("from=%2Freview%2Ftags");
  });

  test("lets nobody in by an answer that is not of a visit begun in this browser", async () => {
    const { context, staff } = await givenPortal();
    const { to, cookie } = await setOff(context);
    const back = await walkThrough(to, { login: staff.email });
    const other = await setOff(context);
    for (const given of [
      {},
      { cookie: other.cookie },
      { cookie: "heard-provider=x" },
    ])
      expect(
        why((await ask(comeBack, { context, path: back, ...given })).location),
      ).toBe("lost");
    const late = { ...context, now: () => new Date(Date.now() + 16 * 60_000) };
    const came = await ask(comeBack, { context: late, path: back, cookie });
    expect(why(came.location)).toBe("lost");
    const elsewhere = back.replace(
      /iss=[^&]+/,
      "iss=https%3A%2F%2Fevil.example",
    );
    const mixed = { context, path: elsewhere, cookie };
    expect(why((await ask(comeBack, mixed)).location)).toBe("wrong");
    expect((await selectSignIns(context)).sessions).toEqual([]);
  });

  test("leads on to no other site, and nowhere where there is no provider", async () => {
    const { context, staff } = await givenPortal();
    const came = await visit(context, staff.email, "https://evil.example/");
    expect(came.location).toBe("/review/queue");
    const env = { ...context.env, provider: undefined };
    const without = { ...context, env };
    for (const loader of [leave, comeBack])
      expect((await ask(loader, { context: without, path })).location).toMatch(
        /^\/review\/sign-in/,
      );
    const page = await ask(signInPage, { context: without, path });
    expect(page.data?.provider).toBeUndefined();
  });
});
