import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { sql } from "kysely";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { makeRespondent } from "#tests/asking/respondent.ts";

const { home } = givenServer();

const firstQuestion = "/respond/call-for-advice/about-you";

/** In bytes, of a page that is read and of one that asks (issue 7). */
const reading = 20_000;
const asking = 35_000;

const pages = [
  { title: "a question", path: firstQuestion, most: asking },
  { title: "a call", path: "/calls/call-for-advice", most: reading },
  { title: "the first page", path: "/", most: reading },
];

/** As a browser asks that was led here by one of our own pages. */
const fromOurs = { "sec-fetch-site": "same-origin", "accept-encoding": "gzip" };

/** What a browser fetches for this page, compressed as it comes: itself, and whatever its head and body name. */
async function weigh(path: string, cookie = "") {
  const { headers, bytes } = await send(`${home.address}${path}`, {
    headers: { ...fromOurs, ...(cookie && { cookie }) },
  });
  expect(headers["content-encoding"]).toBe("gzip");
  const body = gunzipSync(bytes).toString("utf8");
  const assets = [
    ...body.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|favicon\.svg))"/g),
  ].map(([, asset = ""]) => gzipSync(readFileSync(`build/client${asset}`)));
  const sizes = [bytes, ...assets].map(({ length }) => length);
  return { body, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

describe.each(pages)("$title", ({ path, most }) => {
  test("has no framework in it", async () => {
    const { body } = await weigh(path);
    expect(body).toMatch(/^<!DOCTYPE html><html /);
    expect(body).not.toMatch(/__remix|modulepreload/);
    for (const [, source = ""] of body.matchAll(/<script[^>]*src="([^"]+)"/g))
      expect(readFileSync(`build/client${source}`, "utf8")).not.toMatch(
        /react|remix/i,
      );
  });

  test("weighs no more than it may, compressed, with everything it loads", async () => {
    expect((await weigh(path)).bytes).toBeLessThan(most);
  });
});

test("what somebody has begun and what they have sent weighs no more than what all read", async () => {
  const begun = makeRespondent(home.address, "call-for-advice");
  await begun.answer("about-you", { "respondent-kind": "parent" });
  const call = await weigh("/calls/call-for-advice", begun.cookie());
  expect(call.body).toContain("Continue your answers");
  expect(call.bytes).toBeLessThan(reading);
  await begun.answer("what-first", { "what-first": "Listen first." });
  await begun.answer("quoting", { "may-quote": "no" });
  await begun.sendAnswers();
  const receipt = await weigh("/respond/call-for-advice/sent", begun.cookie());
  expect(receipt.body).toContain("heard-reference");
  expect(receipt.bytes).toBeLessThan(reading);
});

test.each([
  {
    title: "another site had it asked for",
    path: firstQuestion,
    from: "cross-site",
  },
  {
    title: "it is of the team's",
    path: "/review/sign-in",
    from: "same-origin",
  },
])("a page is not compressed where $title", async ({ path, from }) => {
  const { status, headers, body } = await send(`${home.address}${path}`, {
    headers: { ...fromOurs, "sec-fetch-site": from },
  });
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body).toMatch(/^<!DOCTYPE html>/);
});

test("a form that a script sends is answered with the address that it leads to, and is not led there", async () => {
  const press = (headers: Record<string, string>) =>
    send(`${home.address}${firstQuestion}`, {
      method: "POST",
      headers: { ...fromOwnPage(home.address), ...urlencoded, ...headers },
      body: "intent=continue&respondent-kind=parent",
    });
  const [plain, byScript] = [
    await press({}),
    await press({ "heard-script": "form" }),
  ];
  const next = /^\/respond\/call-for-advice\/what-first\b/;
  expect([plain.status, plain.headers["heard-leads-to"]]).toEqual([
    303,
    undefined,
  ]);
  expect(plain.headers.location).toMatch(next);
  expect([byScript.status, byScript.headers.location]).toEqual([
    204,
    undefined,
  ]);
  expect(byScript.headers["heard-leads-to"]).toMatch(next);
  expect(byScript.headers["set-cookie"]).toHaveLength(1);
  expect(byScript.headers["cache-control"]).toBe("no-store");
});

test("the script of a question page weighs no more than 10 kB, compressed", async () => {
  const { body } = await send(`${home.address}${firstQuestion}`);
  const scripts = [...body.matchAll(/<script[^>]*src="([^"]+)"/g)];
  expect(scripts).toHaveLength(1);
  const script = readFileSync(`build/client${scripts[0]?.[1]}`);
  expect(gzipSync(script).length).toBeLessThan(10_000);
});

test("a public page loads nothing of the review side's look, nor the other way round", async () => {
  const styleOf = async (path: string) =>
    /href="(\/assets\/[^"]+\.css)"/.exec(
      (await send(`${home.address}${path}`)).body,
    )?.[1];
  const ofPublic = await styleOf("/");
  const ofReview = await styleOf("/review/sign-in");
  const read = (asset = "") => readFileSync(`build/client${asset}`, "utf8");
  expect(read(ofPublic)).toContain("heard-call");
  expect(read(ofPublic)).not.toContain("heard-staff");
  expect(read(ofReview)).toContain("heard-staff");
  expect(read(ofReview)).not.toContain("heard-call-list");
});

test("an error page says whose it is and where to write, though no loader ran", async () => {
  const db = openDatabase({ file: home.databaseFile });
  await sql`alter table draft_answers rename to draft_answers_away`.execute(db);
  const answer = await send(`${home.address}${firstQuestion}`, {
    method: "POST",
    headers: { ...fromOwnPage(home.address), ...urlencoded },
    body: "intent=continue&respondent-kind=parent",
  });
  await sql`alter table draft_answers_away rename to draft_answers`.execute(db);
  await db.destroy();
  expect(answer.status).toBe(500);
  expect(answer.body).toMatch(/<title>[^<]+ – The Steady Ground Review</);
  expect(answer.body).toMatch(/heard-masthead__name">The Steady Ground Review/);
  expect(answer.body).toMatch(/href="mailto:[^"]+@[^"]+"/);
  expect(answer.body).toMatch(/<link rel="stylesheet" href="\/assets\/public/);
});
