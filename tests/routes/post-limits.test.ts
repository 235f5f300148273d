import pino from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { loader as workPage } from "#app/routes/review.work.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { signInAs } from "#tests/given/sessions.ts";

let now: Date;
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  now = new Date("2026-11-22T09:00:00Z");
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  context.env = { ...context.env, postsPerHour: 8, trustedProxyHops: 1 };
  await givenDraft(db, { call: await givenCall(db), now });
  call = await givenCall(db, { slug: "advice" });
});

type Posted = {
  path?: string;
  cookie?: string;
  from?: string;
  headers?: Record<string, string>;
};

async function openPortal() {
  const { address } = await startGates(context, (request, response) => {
    response.status(request.mustWaitSeconds ? 429 : 200).send("let in");
  });
  const post = async (posted: Posted = {}) => {
    const { path = "/review/sign-in", cookie, from = "198.51.100.7" } = posted;
    const answer = await send(`${address}${path}`, {
      method: "POST",
      headers: {
        ...fromOwnPage(address),
        ...urlencoded,
        ...(cookie && { cookie }),
        "x-forwarded-for": from,
        ...posted.headers,
      },
      body: "a=1",
    });
    return answer;
  };
  const statuses = async (count: number, posted: Posted = {}) => {
    const all: number[] = [];
    for (let sent = 0; sent < count; sent += 1)
      all.push((await post(posted)).status);
    return all;
  };
  return { address, post, statuses };
}

const eightAndNoMore = [...Array<number>(8).fill(200), 429, 429];

describe("a network may send so many forms in an hour", () => {
  test("and no more, until the hour is over; others may", async () => {
    const { post, statuses } = await openPortal();
    await statuses(3, { from: "203.0.113.9" });
    expect(await statuses(10)).toEqual(eightAndNoMore);
    expect((await post({ from: "203.0.113.9" })).status).toBe(200);
    const { headers, body } = await post();
    expect(headers["retry-after"]).toBe("3600");
    expect(body).toContain("wait 60 minutes");
    expect(body).not.toContain("198.51.100.7");
    now = new Date("2026-11-22T09:59:59Z");
    expect((await post()).status).toBe(429);
  });

  test("and a restart, or a second server, does not give it as many again", async () => {
    const first = await openPortal();
    await first.statuses(10);
    const second = await openPortal();
    expect(await second.statuses(2)).toEqual([429, 429]);
    const rows = await context.db
      .selectFrom("limit_counts")
      .selectAll()
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("198.51.100");
  });

  test("and is written down nowhere before half of them are used", async () => {
    const { statuses } = await openPortal();
    await statuses(4);
    const rows = context.db.selectFrom("limit_counts").selectAll();
    expect(await rows.execute()).toEqual([]);
  });

  test("and forms from elsewhere, of no kind we take, or to another name are not counted", async () => {
    const { statuses } = await openPortal();
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { "content-type": "application/json" },
      { host: "evil.example" },
    ];
    for (const headers of foreign) await statuses(9, { headers });
    expect(await statuses(10)).toEqual(eightAndNoMore);
  });
});

describe("where a network has sent too many", () => {
  const page = "/respond/advice/what-first";

  test("a draft goes on and is sent, and what was sent can be cleared", async () => {
    const { post, statuses } = await openPortal();
    const { holderKey, draft } = await givenDraft(context.db, { call, now });
    const cookie = `heard-draft=${holderKey}`;
    await statuses(10);
    const paths = [
      page,
      `${page}.data`,
      `${page}/typed`,
      "/respond/advice/check",
    ];
    for (const path of paths)
      expect((await post({ path, cookie })).status).toBe(200);
    const sent = await submitDraft(context.db, {
      draftId: draft.id,
      secret: context.env.secret,
      messages: wordsIn("en").questions,
      now,
      randomBytes: context.randomBytes,
    });
    expect(sent.ok).toBe(true);
    expect((await post({ path: "/respond/advice/sent", cookie })).status).toBe(
      200,
    );
  });

  test("a made-up cookie, or a draft of another call, opens no budget", async () => {
    const { post, statuses } = await openPortal();
    const other = await givenDraft(context.db, { now });
    await statuses(10);
    for (const key of ["A".repeat(43), other.holderKey]) {
      const cookie = `heard-draft=${key}`;
      const answer = await post({ path: "/respond/advice/check", cookie });
      expect(answer.status).toBe(429);
    }
  });

  test("a first page is handed to its route, to be given back with its text", async () => {
    const { post, statuses } = await openPortal();
    await statuses(10);
    for (const path of [page, `${page}/typed`]) {
      const { body, headers } = await post({ path });
      expect(body).toBe("let in");
      expect(headers["retry-after"]).toBe("3600");
    }
    const late = await post({ path: "/respond/advice/late" });
    expect(late.body).toContain("Many forms have come from your network");
  });

  test("staff who are signed in go on, and use up nothing", async () => {
    const { post, statuses } = await openPortal();
    await signInAs(context, "lead", "Somebody Else");
    const { cookie } = await signInAs(context, "reviewer");
    const notes = { path: "/review/responses/H-2222-2222/notes", cookie };
    expect(await statuses(12, notes)).toEqual(Array(12).fill(200));
    expect(await statuses(10)).toEqual(eightAndNoMore);
    expect((await post(notes)).status).toBe(200);
    expect((await post({ ...notes, cookie: `${cookie}x` })).status).toBe(429);
  });
});

test("a draft has a budget too", async () => {
  context.env = { ...context.env, postsPerHourOfDraft: 20 };
  const { statuses } = await openPortal();
  const { holderKey } = await givenDraft(context.db, { call, now });
  const sent = await statuses(22, {
    path: "/respond/advice/what-first",
    cookie: `heard-draft=${holderKey}`,
  });
  expect(sent.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(sent.slice(20)).toEqual([429, 429]);
});

describe("a wrong word about the proxy", () => {
  test.each([
    { hops: 0, forwarded: true, doubt: /TRUSTED_PROXY_HOPS is 0/ },
    { hops: 1, forwarded: false, doubt: /TRUSTED_PROXY_HOPS is set/ },
    { hops: 1, forwarded: true, doubt: undefined },
    { hops: 0, forwarded: false, doubt: undefined },
  ])("is noticed: $hops hops, forwarded: $forwarded", async (row) => {
    const warnings: string[] = [];
    const logger = pino(
      { level: "warn" },
      { write: (line: string) => void warnings.push(line) },
    );
    const env = { ...context.env, trustedProxyHops: row.hops };
    const { address, proxyDoubt } = await startGates({
      ...context,
      env,
      logger,
    });
    const headers: Record<string, string> = row.forwarded
      ? { "x-forwarded-for": "198.51.100.7" }
      : {};
    for (let asked = 0; asked < 25; asked += 1)
      await send(address, { headers });
    expect(warnings.join()).not.toContain("198.51.100");
    expect(warnings).toHaveLength(row.doubt ? 1 : 0);
    const { cookie } = await signInAs(context, "lead");
    const { data } = await ask(workPage, {
      context: { ...context, ...proxyDoubt() },
      path: "/review/work",
      cookie,
    });
    expect(data?.notices).toEqual(
      row.doubt ? [expect.stringMatching(row.doubt)] : [],
    );
  });
});
