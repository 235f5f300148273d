import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as save from "#app/routes/_public.respond.$call.save/route.tsx";
import { loader as work } from "#app/routes/review.work.tsx";
import { createJobHandlers } from "#app/tasks/job-handlers.server.ts";
import { type Fields, openBrowser } from "#tests/asking/browser.ts";
import { addressWith } from "#tests/asking/question-page.ts";
import { ask as askRoute } from "#tests/asking/routes.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenMailServer, textOf } from "#tests/given/mail-server.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";

let context: RequestContext;
let call: Call;
let server: Awaited<ReturnType<typeof givenMailServer>>;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
  server = await givenMailServer();
  context.env = { ...context.env, mail: server.settings };
});

async function givenShownCode(in_ = context) {
  const { browser, draft } = await givenRespondent(in_, call, {});
  const page = addressWith(draft.publicId, "save");
  const made = await browser.post(save, page, [["intent", "make-code"]]);
  const { code } = made.data as { code: string };
  const ask = (email: string, shown = code, by = browser) =>
    by.post(save, page, fieldsOf(shown, email));
  return { browser, draft, page, code, ask };
}

const fieldsOf = (code: string, email: string): Fields => [
  ["intent", "mail-code"],
  ["code", code],
  ["email", email],
];

async function sendMail() {
  const handlers = createJobHandlers({
    ...context,
    logger: { info: () => undefined, error: () => undefined },
  });
  let outcome = "done";
  while (outcome === "done")
    outcome = await runNextJob(context.db, {
      handlers,
      kind: "mail.send",
      now: () => now,
    });
}

test("the code on the page goes to an address, by a message that names no call; the page shows it still", async () => {
  const other = await givenShownCode();
  const { ask, code } = await givenShownCode();
  const sent = await ask(" Wren <wren@person.example>, ");
  expect(sent).toMatchObject({ status: 200, data: { code, isMailed: true } });
  await sendMail();
  expect(server.received).toHaveLength(1);
  const [mail] = server.received;
  expect(mail?.to).toEqual(["wren@person.example"]);
  const text = mail ? textOf(mail) : "";
  expect(text).toContain(code);
  expect(text).not.toContain(other.code);
  expect(text).toContain("http://localhost:3000/come-back");
  expect(text).toContain("22 December 2026, UK time");
  expect(mail?.raw).toMatch(/^Subject: The code you asked for\r$/m);
  expect(mail?.raw).not.toMatch(/advice|answer late/i);
  for (const table of ["drafts", "jobs", "mails", "limit_counts"] as const) {
    const rows = await context.db.selectFrom(table).selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/wren|person\.example/);
  }
});

test("an address that is none comes back as it was typed, with the code", async () => {
  const { ask, code } = await givenShownCode();
  for (const email of ["", "wren", "a@b.example, c@d.example", "a@127.0.0.1"])
    expect(await ask(email)).toMatchObject({
      status: 400,
      data: {
        sent: { email, code },
        errors: {
          email: expect.stringMatching(/^Enter an|^Enter one/) as string,
        },
      },
    });
  await sendMail();
  expect(server.received).toEqual([]);
});

test("a code that has ended, that is another draft's, or that is somebody else's to send is not sent", async () => {
  const { ask, browser, page, code } = await givenShownCode();
  const other = await givenShownCode();
  await browser.post(save, page, [["intent", "make-code"]]);
  for (const shown of [code, other.code, "AAAA", ""]) {
    const refused = await ask("wren@person.example", shown);
    expect(refused).toMatchObject({
      status: 409,
      data: { errors: { "": expect.stringContaining("has ended") as string } },
    });
    expect(JSON.stringify(refused.data)).not.toContain(code);
  }
  const stranger = openBrowser(context, `heard-draft=${"B".repeat(43)}`);
  const asked = await other.ask("wren@person.example", other.code, stranger);
  expect(asked.location).toBe("/respond/advice/save");
  await sendMail();
  expect(server.received).toEqual([]);
});

test("a draft sends three in a day, one address gets five, and that it had enough nobody is told", async () => {
  const victim = "victim@person.example";
  const one = await givenShownCode();
  for (let count = 0; count < 3; count += 1)
    expect((await one.ask(victim)).status).toBe(200);
  expect(await one.ask(victim)).toMatchObject({
    status: 429,
    data: {
      sent: { code: one.code },
      errors: { email: expect.stringContaining("in 24 hours") as string },
    },
  });
  const elsewhere = { ...context, networkKey: "elsewhere" };
  for (let count = 0; count < 3; count += 1) {
    const { ask, code } = await givenShownCode(elsewhere);
    expect(await ask(victim.toUpperCase())).toMatchObject({
      status: 200,
      data: { code, isMailed: true },
    });
  }
  await sendMail();
  expect(server.received).toHaveLength(5);
});

test("one network sends sixty in an hour, and another goes on", async () => {
  const { ask, code } = await givenShownCode();
  const key = (await limitKeys(() => ask("a@person.example"))).find(
    ({ isOfDraft }) => !isOfDraft,
  );
  await context.db
    .updateTable("limit_counts")
    .set({ count: 60 })
    .where("key", "=", key?.key ?? "")
    .execute();
  const next = await givenShownCode();
  expect(await next.ask("b@person.example")).toMatchObject({
    status: 429,
    data: { sent: { email: "b@person.example" } },
  });
  const away = await givenShownCode({ ...context, networkKey: "elsewhere" });
  expect((await away.ask("b@person.example")).status).toBe(200);
  expect(code).toHaveLength(29);
});

/** The limits that one mail counts against, which end in an hour or in a day. */
async function limitKeys(ask: () => Promise<unknown>) {
  await ask();
  const rows = await context.db
    .selectFrom("limit_counts")
    .selectAll()
    .execute();
  const inAnHour = new Date(now.getTime() + 3_600_000).toISOString();
  return rows.map(({ key, ends_at }) => ({
    key,
    isOfDraft: ends_at !== inAnHour,
  }));
}

test("staff see that a mail waits, and neither to whom nor what it says", async () => {
  const { ask, code } = await givenShownCode();
  await ask("ada@other.example");
  await ask("wren@person.example");
  const { cookie } = await signInAs(context, "lead");
  const asked = { context, path: "/review/work", cookie };
  const shown = await askRoute(work, asked);
  expect(shown.data).toMatchObject({
    mails: [
      { what: "A resume code", state: "It waits to be sent." },
      { what: "A resume code" },
    ],
  });
  const text = JSON.stringify(shown.data);
  expect(text).toContain("w…@p….example");
  expect(text).not.toMatch(/wren|person|ada@|other/);
  expect(text).not.toContain(code);
});

test("where there is no mail server nothing is offered, and nothing left to wait", async () => {
  context.env = { ...context.env, mail: undefined };
  const { ask, browser, page } = await givenShownCode();
  const shown = await browser.get(save.loader, page);
  expect(shown.data).toMatchObject({ offersMail: false });
  expect((await ask("wren@person.example")).location).toBe(
    "/respond/advice/save",
  );
  expect(await context.db.selectFrom("mails").selectAll().execute()).toEqual(
    [],
  );
});
