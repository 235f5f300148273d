import {
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

/*
 * One server from its start to its end, in the order of this file: what only
 * server.ts puts together, and what it leaves in its log.
 */

const canary = "Canary7Words";
const page = "/respond/call-for-advice/about-you";
let staging: string;

const { home, server } = givenServer(
  ({ uploadsFolder }) => {
    staging = path.join(uploadsFolder, "staging");
    mkdirSync(staging, { recursive: true });
    const left = path.join(staging, "left.part");
    writeFileSync(left, "from a server that was killed");
    const twoHoursAgo = Date.now() / 1_000 - 2 * 60 * 60;
    utimesSync(left, twoHoursAgo, twoHoursAgo);
    writeFileSync(path.join(staging, "young.part"), "on its way elsewhere");
  },
  { LOG_LEVEL: "debug" },
);

test("a start clears away what a killed server left, and nothing younger", () => {
  expect(readdirSync(staging)).toEqual(["young.part"]);
});

test("no compiler runs beside the server", () => {
  const { pid } = server;
  expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).not.toContain("tsx");
  // A compiler of TypeScript is a process of its own, and a thread may start one.
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" "),
  );
  expect(children.filter(Boolean)).toEqual([]);
});

const own = () => ({
  ...fromOwnPage(home.address),
  "user-agent": canary,
  referer: `${home.address}/${canary}`,
  "x-forwarded-for": "198.51.100.77",
  cookie: `heard-draft=${canary.padEnd(43, "x")}; other=${canary}`,
});

/** Every way of saying something to the server, each with the canary in it. */
async function sayCanaryEverywhere() {
  const forms: [address: string, type: string, body: string | Buffer][] = [
    [page, "", `respondent-kind=${canary}&what-first=${canary}`],
    ["/review/sign-in", "", `email=${canary}@example.org&password=${canary}12`],
    ["/review/sign-in", "", `email=${canary}&${canary}=1`],
    [`/review/responses/${canary}/notes`, "", `body=${canary}`],
    ["/respond/call-for-advice/late", "", `code=${canary}`],
    [page, "application/json", JSON.stringify({ canary })],
    [
      "/respond/call-for-evidence/documents",
      `multipart/form-data; boundary=${boundary}`,
      writeBody([file(10, `${canary}.pdf`), text("what-first", canary)]),
    ],
  ];
  for (const [address, type, body] of forms)
    await send(`${home.address}${address}?q=${canary}`, {
      method: "POST",
      headers: { ...own(), ...(type ? { "content-type": type } : urlencoded) },
      body,
    });
  for (const address of [
    `/${canary}`,
    `/review/queue?q=${canary}`,
    `/calls/${canary}`,
    `/%E0%A4%A${canary}`,
  ])
    await send(`${home.address}${address}`, { headers: own() });
  await send(home.address, { headers: { ...own(), host: canary } });
}

test("the log tells of every request, and of nobody's words, address or path", async () => {
  await sayCanaryEverywhere();
  const lines = () => server.output().trim().split("\n");
  await expect
    .poll(() => lines().filter((line) => line.includes('"method"')).length)
    .toBe(12);
  expect(server.output()).not.toMatch(
    new RegExp(`${canary}|198\\.51|127\\.0\\.0\\.1"|call-for|/review`, "i"),
  );
  for (const line of lines()) expect(() => JSON.parse(line)).not.toThrow();
});

test("an error of the database is logged by its kind, without what it says", async () => {
  const db = openDatabase({ file: home.databaseFile });
  await sql`alter table draft_answers rename to hidden_answers`.execute(db);
  const answer = await send(`${home.address}${page}`, {
    method: "POST",
    headers: { ...own(), ...urlencoded },
    body: `respondent-kind=${canary}`,
  });
  await sql`alter table hidden_answers rename to draft_answers`.execute(db);
  await db.destroy();
  expect(answer.status).toBe(500);
  expect(answer.body).not.toMatch(/SqliteError|no such table|node_modules/);
  expect(server.output()).toContain("SqliteError");
  expect(server.output()).not.toMatch(/no such table|draft_answers/);
  expect(server.output()).not.toContain(canary);
});

test("asked to stop, it ends what is under way, and only then itself", async () => {
  const body = "respondent-kind=parent";
  const head = [
    `POST ${page} HTTP/1.1`,
    `Host: localhost:${home.port}`,
    `Origin: ${home.address}`,
    "Sec-Fetch-Site: same-origin",
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "\r\n",
  ].join("\r\n");
  let answer = "";
  const socket = net.connect(home.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString("utf8")));
  await new Promise((resolve) =>
    socket.write(head + body.slice(0, 5), () => resolve(undefined)),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(server.hasEnded()).toBe(false);
  socket.write(body.slice(5));
  await expect.poll(() => answer).toMatch(/^HTTP\/1.1 303/);
  expect(await stopped).toBe(0);
});
