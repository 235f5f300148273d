import { beforeEach, describe, expect, test } from "vitest";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import {
  addDefinitionVersion,
  type Call,
} from "#app/domain/calls/calls.server.ts";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { send } from "#tests/asking/http.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { type Rendering, startKeptPages } from "#tests/given/kept-pages.ts";
import { insertJob } from "#tests/given/written-jobs.ts";

const letIn = "let in";
const actor = { kind: "system" } as const;

let clock: number;
let context: RequestContext;
let place: DatabasePlace;
let other: Call;
let call: Call;

beforeEach(async () => {
  clock = Date.parse("2021-03-01T12:00:00.300Z");
  const opened = openTestDatabase();
  place = opened.place;
  context = await makeTestContext(opened.db, { now: () => new Date(clock) });
  other = await givenCall(opened.db, { slug: "ideas" });
  call = await givenCall(opened.db, {
    slug: "advice",
    closesAt: "2021-03-01T12:00:01.000Z",
  });
});

/** On PostgreSQL a change is seen with the next second. */
function passASecondWhereNobodyTells() {
  if ("url" in place) clock += 1_000;
}

describe("a page that everybody reads alike", () => {
  test("is rendered once a second, however many ask at once", async () => {
    const { address, rendered } = await startKeptPages(context, { place });
    const ask = () => send(`${address}/calls/advice`);
    const first = await Promise.all([ask(), ask(), ask(), ask()]);
    first.push(await ask());
    expect(new Set(first.map(({ body }) => body)).size).toBe(1);
    expect(first[0]?.body).toContain(call.definition.title.en);
    expect(rendered).toEqual(["/calls/advice"]);
    clock += 1_000;
    await ask();
    expect(rendered).toHaveLength(2);
  });

  test("has closed on the second in which its call closes", async () => {
    const { address } = await startKeptPages(context, { place });
    const kindAt = async () =>
      /"kind":"([^"]+)"/.exec(
        (await send(`${address}/calls/advice`)).body,
      )?.[1];
    clock = Date.parse("2021-03-01T12:00:00.999Z");
    expect(await kindAt()).toBe("open-until");
    clock += 1;
    expect(await kindAt()).toBe("closed-at");
  });

  test.each([
    {
      what: "the words of a call",
      change: () =>
        addDefinitionVersion(context.db, {
          callId: call.id,
          definition: { ...callForAdvice, title: { en: "In other words" } },
          actor,
          now: context.now(),
        }),
      path: "/calls/advice",
      shows: "In other words",
    },
    {
      what: "the state of a call",
      change: () =>
        changeCallState(context.db, {
          callId: call.id,
          to: "closed",
          closesAt: null,
          actor,
          now: context.now(),
        }),
      path: "/",
      shows: '"kind":"closed"',
    },
    {
      what: "the closing of a call",
      change: () =>
        changeCallState(context.db, {
          callId: other.id,
          to: "closing-announced",
          closesAt: "2021-04-05T16:00:00.000Z",
          actor,
          now: context.now(),
        }),
      path: "/calls/ideas",
      shows: '"kind":"open-until"',
    },
    {
      what: "a call that was not there",
      change: () => givenCall(context.db, { slug: "evidence" }),
      path: "/calls/evidence",
      shows: '"slug":"evidence"',
    },
  ])("is another as soon as $what changes", async ({ change, path, shows }) => {
    const { address } = await startKeptPages(context, { place });
    expect((await send(address + path)).body).not.toContain(shows);
    await change();
    passASecondWhereNobodyTells();
    expect((await send(address + path)).body).toContain(shows);
  });

  test("is not rendered anew where something else is written", async () => {
    const { address, rendered } = await startKeptPages(context, { place });
    await send(address);
    await insertJob(context.db, "mail");
    await send(address);
    expect(rendered).toEqual(["/"]);
  });
});

const html = { "Content-Type": "text/html; charset=utf-8" };

const notForEverybody: [what: string, render: Rendering][] = [
  ["was not found", () => new Response("no", { status: 404, headers: html })],
  ["failed", () => new Response("no", { status: 500, headers: html })],
  ["cannot be made", () => Promise.reject(new Error("no"))],
  ["is no page", () => Response.json({})],
  [
    "gives its asker a cookie",
    () => new Response("no", { headers: { ...html, "Set-Cookie": "a=b" } }),
  ],
  [
    "has the nonce of one answer in it",
    (_request: Request, { cspNonce }: RequestContext) =>
      new Response(`<script nonce="${cspNonce}">`, { headers: html }),
  ],
];

test("what is not for everybody is not kept, and tried once", async () => {
  for (const [what, render] of notForEverybody) {
    const started = await startKeptPages(context, { place, render });
    for (let count = 0; count < 3; count += 1) {
      const { body } = await send(started.address);
      expect({ what, body }).toEqual({ what, body: letIn });
    }
    expect({ what, rendered: started.rendered }).toEqual({
      what,
      rendered: ["/"],
    });
  }
});

test("where the database cannot be asked, those behind answer; and when it can, the page is there", async () => {
  const { address } = await startKeptPages(context, { place });
  await context.db.schema.alterTable("calls").renameTo("calls_away").execute();
  expect((await send(address)).body).toBe(letIn);
  await context.db.schema.alterTable("calls_away").renameTo("calls").execute();
  expect((await send(address)).body).not.toBe(letIn);
});

test("at most two hundred pages are kept", async () => {
  const { id: _id, ...row } = await context.db
    .selectFrom("calls")
    .selectAll()
    .where("id", "=", call.id)
    .executeTakeFirstOrThrow();
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...row,
    slug: `call-${index}-of-many`,
  }));
  await context.db.insertInto("calls").values(many).execute();
  const { address, rendered } = await startKeptPages(context, { place });
  await send(`${address}/calls/call-194-of-many`);
  expect((await send(`${address}/calls/call-195-of-many`)).body).toBe(letIn);
  expect(rendered).toEqual(["/calls/call-194-of-many"]);
});
