import { beforeEach, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { createJobHandlers } from "#app/tasks/job-handlers.server.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import { action as again } from "#app/routes/review.people_.invitations.$invitation.tsx";
import { action as invite } from "#app/routes/review.people_.invite.tsx";
import { loader as outbox } from "#app/routes/review.people_.outbox.tsx";
import {
  action as changeRole,
  loader as onePerson,
} from "#app/routes/review.people_.$person.tsx";
import { action as disable } from "#app/routes/review.people_.$person_.disable.tsx";
import { action as sendReset } from "#app/routes/review.people_.$person_.reset.tsx";
import { loader as people } from "#app/routes/review.people.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { action as forgotten } from "#app/routes/review_.forgotten.tsx";
import { action as join } from "#app/routes/review_.join.tsx";
import { action as reset } from "#app/routes/review_.reset.tsx";
import { ask, type Answer } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenMailServer, textOf } from "#tests/given/mail-server.ts";
import { signInAs } from "#tests/given/sessions.ts";

let context: RequestContext;
let admin: Awaited<ReturnType<typeof signInAs>>;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db);
  admin = await signInAs(context, "admin", "Ada");
});

const path = "/review/people";
const email = "wren@review.example";
const newPassword = "three-plain-lanterns";

const inviteWren = (cookie = admin.cookie) =>
  ask(invite, { context, path, cookie, form: { email, role: "lead" } });

function cookieOf({ headers }: Answer): string {
  const lines = headers.getSetCookie().map((line) => line.split(";")[0]);
  return lines.join("; ");
}

const codeIn = (text: string) =>
  /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(text)?.[0] ?? "";

/** What a server on loopback was sent. */
async function mailedBy(work: () => Promise<unknown>): Promise<string[]> {
  const server = await givenMailServer();
  context = { ...context, env: { ...context.env, mail: server.settings } };
  await work();
  const { db, now } = context;
  const handlers = createJobHandlers(context);
  while (
    (await runNextJob(db, { handlers, kind: "mail.send", now })) === "done"
  );
  expect(server.received.flatMap(({ raw }) => raw)).toEqual(
    server.received.map(({ raw }) => raw.replaceAll("X-Mailer", "")),
  );
  return server.received.map(textOf);
}

test("an invitation goes by mail to whom it is for, who joins with its code and is signed in", async () => {
  const [letter = ""] = await mailedBy(() => inviteWren());
  expect(letter).toContain("http://localhost:3000/review/join");
  const code = codeIn(letter);
  const form = { code, name: "Wren", newPassword };
  const joined = await ask(join, { context, path: "/review/join", form });
  expect([joined.status, joined.location]).toEqual([303, "/review/queue"]);
  const cookie = cookieOf(joined);
  const opened = await ask(queue, { context, path: "/review/queue", cookie });
  expect(opened.status).toBe(200);
  const { data } = await ask(people, { context, path, cookie });
  expect(data?.here).toMatchObject([
    { name: "Ada" },
    { name: "Wren", isOwn: true },
  ]);
  expect(data?.invitations).toBeUndefined();
});

test("a code that opens nothing comes back with why, without the password", async () => {
  const form = { code: "ABCD", name: "Wren", newPassword };
  const asked = { context, path: "/review/join", form };
  const reply = await ask(join, asked);
  expect(reply).toMatchObject({
    status: 400,
    data: {
      sent: { code: "ABCD", name: "Wren" },
      errors: { code: expect.any(String) },
    },
  });
  expect(JSON.stringify(reply.data)).not.toContain(newPassword);
});

test("without a mail server the letters wait where admins read them, and that they did is told", async () => {
  const { db } = context;
  await db
    .insertInto("mails")
    .values({
      ...{ id: "m", kind: "resume-code", masked_to: "x", sealed: "sealed" },
      ...{ refused_at: null, created_at: new Date().toISOString() },
      keep_until: "2999-01-01T00:00:00.000Z",
    })
    .execute();
  await inviteWren();
  const { data } = await ask(outbox, { context, path, cookie: admin.cookie });
  expect(data?.letters).toMatchObject([{ to: email }]);
  const jobs = await db.selectFrom("jobs").select("id").execute();
  expect(jobs).toEqual([]);
  const { cookie } = await signInAs(context, "lead");
  expect((await ask(outbox, { context, path, cookie })).status).toBe(403);
  const server = await givenMailServer();
  const env = { ...context.env, mail: server.settings };
  const sending = { context: { ...context, env }, path, cookie: admin.cookie };
  expect((await ask(outbox, sending)).status).toBe(404);
});

test("an address that is on the team is refused beside its field", async () => {
  await context.db
    .updateTable("staff")
    .set({ email })
    .where("id", "=", admin.staffId)
    .execute();
  const reply = await inviteWren();
  expect(reply).toMatchObject({
    status: 400,
    data: {
      sent: { email, role: "lead" },
      errors: { email: expect.any(String) },
    },
  });
});

test("an invitation is withdrawn, and sent again", async () => {
  await inviteWren();
  const { data } = await ask(people, { context, path, cookie: admin.cookie });
  const [line] = data?.invitations as { key: string; isOpen: boolean }[];
  const params = { invitation: line?.key };
  const send = (intent: string) =>
    ask(again, {
      context,
      path,
      cookie: admin.cookie,
      params,
      form: { intent },
    });
  expect((await send("withdraw")).status).toBe(303);
  const after = await ask(people, { context, path, cookie: admin.cookie });
  expect(after.data?.invitations).toMatchObject([{ isOpen: false }]);
  await send("again");
  const last = await ask(people, { context, path, cookie: admin.cookie });
  expect(last.data?.invitations).toMatchObject([{ isOpen: true }]);
});

test("another role holds from the next request on, and nobody makes themselves one", async () => {
  const other = await signInAs(context, "reviewer", "Ben");
  const send = (person: string, cookie: string, role: string) =>
    ask(changeRole, {
      context,
      path,
      cookie,
      params: { person },
      form: { role },
    });
  const asBen = { context, path, cookie: other.cookie };
  expect((await ask(people, asBen)).status).toBe(403);
  expect((await send(other.staffId, other.cookie, "admin")).status).toBe(403);
  await send(other.staffId, admin.cookie, "lead");
  expect((await ask(people, asBen)).status).toBe(200);
  expect((await send(other.staffId, other.cookie, "admin")).status).toBe(403);
  await send(admin.staffId, admin.cookie, "reviewer");
  const asAda = { context, path, cookie: admin.cookie };
  expect((await ask(people, asAda)).data?.here).toMatchObject([
    { name: "Ada", role: "Admin" },
    { name: "Ben", role: "Lead" },
  ]);
});

test("whoever is shut out is signed out at once, and stands among those who left", async () => {
  const earlier = await signInAs(context, "reviewer", "Bea");
  const leaver = await signInAs(context, "reviewer", "Cleo");
  const params = { person: leaver.staffId };
  const form = { intent: "disable" };
  const asked = { context, path, cookie: admin.cookie, params };
  expect((await ask(disable, { ...asked, form })).status).toBe(303);
  const open = (cookie: string) =>
    ask(queue, { context, path: "/review/queue", cookie });
  expect((await open(leaver.cookie)).location).toMatch(/sign-in/);
  expect((await open(earlier.cookie)).status).toBe(200);
  const { data } = await ask(people, asked);
  expect(data?.left).toMatchObject([{ name: "Cleo" }]);
  expect((await ask(onePerson, asked)).data).toMatchObject({ mayManage: true });
});

test("a reset goes by mail, ends the sessions, and its code works once", async () => {
  const wren = await signInAs(context, "reviewer", "Wren");
  const params = { person: wren.staffId };
  const [letter = ""] = await mailedBy(() =>
    ask(sendReset, { context, path, cookie: admin.cookie, params, form: {} }),
  );
  const form = { code: codeIn(letter), newPassword };
  const asked = { context, path: "/review/reset", form };
  expect((await ask(reset, asked)).data).toEqual({ isReset: true });
  const opened = { context, path: "/review/queue", cookie: wren.cookie };
  expect((await ask(queue, opened)).location).toMatch(/sign-in/);
  expect((await ask(reset, asked)).status).toBe(400);
});

test("asking for a code is answered the same for an address that is nobody's", async () => {
  const wren = await signInAs(context, "reviewer", "Wren");
  const answers: Answer[] = [];
  const letters = await mailedBy(async () => {
    for (const asked of [
      "nobody@review.example",
      `${wren.staffId}@review.example`,
    ])
      answers.push(
        await ask(forgotten, {
          context,
          path: "/review/forgotten",
          form: { email: asked },
        }),
      );
  });
  const [unknown, known] = answers;
  expect(known).toEqual(unknown);
  expect(known?.data).toEqual({ isAsked: true });
  expect(letters).toHaveLength(1);
});
