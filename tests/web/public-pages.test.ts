import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { sql } from "kysely";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

const { home } = givenServer();

const pages = [
  { title: "a question in words", path: "/respond/call-for-advice/about-you" },
  { title: "a call", path: "/calls/call-for-advice" },
  { title: "the first page", path: "/" },
];

const firstQuestion = "/respond/call-for-advice/about-you";

/** What a browser fetches for this page: itself, and whatever its head and body name. */
async function weigh(path: string) {
  const { body } = await send(`${home.address}${path}`);
  const assets = [
    ...body.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|favicon\.svg))"/g),
  ].map(([, asset = ""]) => readFileSync(`build/client${asset}`));
  const sizes = [Buffer.from(body), ...assets].map(
    (content) => gzipSync(content).length,
  );
  return { body, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

describe.each(pages)("$title", ({ path }) => {
  test("has no framework in it", async () => {
    const { body } = await weigh(path);
    expect(body).toMatch(/^<!DOCTYPE html><html /);
    expect(body).not.toMatch(/__remix|modulepreload/);
    for (const [, source = ""] of body.matchAll(/<script[^>]*src="([^"]+)"/g))
      expect(readFileSync(`build/client${source}`, "utf8")).not.toMatch(
        /react|remix/i,
      );
  });

  test("weighs no more than 30 kB, compressed, with everything it loads", async () => {
    expect((await weigh(path)).bytes).toBeLessThan(30_000);
  });
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
