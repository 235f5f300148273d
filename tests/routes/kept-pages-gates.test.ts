import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pino from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import { givenCall } from "#app/tasks/demo/factories.ts";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import { makeNonce } from "#app/http/gate/security-headers.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { send, type SendOptions } from "#tests/asking/http.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startKeptPages } from "#tests/given/kept-pages.ts";

const letIn = "let in";

let context: RequestContext;
let place: DatabasePlace;

beforeEach(async () => {
  const opened = openTestDatabase();
  place = opened.place;
  context = await makeTestContext(opened.db, {
    now: () => new Date("2021-03-01T12:00:00.300Z"),
  });
  await givenCall(opened.db, { slug: "advice" });
});

describe("what the gates do is done for a kept page too", () => {
  test("every header that goes with an answer, with a nonce of its own", async () => {
    const { address } = await startKeptPages(context, { place });
    const ask = async (headers = {}) =>
      (await send(address, { headers })).headers;
    const kept = await ask();
    const own = [await ask(), kept].map(
      (headers) => headers["content-security-policy"],
    );
    expect(own[0]).not.toBe(own[1]);
    const behind = await ask({ cookie: "heard-draft=x" });
    const withoutNonce = (policy: unknown) =>
      String(policy).replace(/nonce-[^']+/, "nonce-");
    expect(withoutNonce(own[0])).toBe(
      withoutNonce(behind["content-security-policy"]),
    );
    const {
      date: _date,
      etag: _etag,
      "content-length": _length,
      "content-security-policy": _policy,
      ...fixed
    } = behind;
    expect(kept).toMatchObject(fixed);
    expect(kept).toMatchObject({
      "cache-control": "no-store",
      vary: "Accept-Encoding",
    });
  });

  test("and no nonce comes a second time, though many are made at once", () => {
    const nonces = Array.from({ length: 1_000 }, makeNonce);
    expect(new Set(nonces).size).toBe(1_000);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w+/]{22}==$/);
  });

  test("a line in the log, without a path, and the watch on the proxy", async () => {
    const lines: string[] = [];
    const logger = pino(
      { level: "debug" },
      { write: (line: string) => void lines.push(line) },
    );
    const { address, proxyDoubt } = await startKeptPages(
      { ...context, logger },
      { place },
    );
    const headers = { "x-forwarded-for": "198.51.100.7" };
    for (let count = 0; count < 20; count += 1)
      await send(`${address}/calls/advice`, { headers });
    const ends = lines.filter((line) => line.includes('"status":200'));
    expect(ends).toHaveLength(20);
    expect(ends[0]).toMatch(/"requestId":"[\w-]{36}","method":"GET"/);
    expect(new Set(ends.map((line) => line.split('"requestId"')[1])).size).toBe(
      20,
    );
    expect(lines.join()).not.toMatch(/advice|198\.51/);
    expect(proxyDoubt()).toEqual({ proxyDoubt: "not-trusted" });
  });
});

const forThoseBehind: (SendOptions & {
  what: string;
  path?: string;
  status?: number;
})[] = [
  { what: "another name", headers: { host: "evil.example" }, status: 421 },
  {
    what: "an address with a host",
    target: "http://evil.example/",
    status: 400,
  },
  { what: "a parameter", path: "/?page=2" },
  { what: "an old data address", path: "/?_data=root", status: 400 },
  { what: "the data of a page", path: "/_root.data" },
  { what: "a stroke at its end", path: "/calls/advice/" },
  { what: "another spelling", path: "/calls/%61dvice" },
  { what: "a call that is not there", path: "/calls/nope" },
  { what: "a call in preparation", path: "/calls/unborn" },
  { what: "a question page", path: "/respond/advice/what-first" },
  { what: "the review side", path: "/review/queue" },
  { what: "a head alone", method: "HEAD" },
  { what: "a form", method: "POST", body: "x=1", status: 403 },
  { what: "a body", body: "x=1" },
  { what: "a draft", headers: { cookie: "a=b; heard-draft=x" } },
  { what: "a draft, over https", headers: { cookie: "__Host-heard-draft=x" } },
  { what: "a session", headers: { cookie: "heard-session=x" } },
  { what: "a line to be told", headers: { cookie: "heard-flash=x" } },
];

test("all but the plainest of requests is for those behind", async () => {
  await givenCall(context.db, { slug: "unborn", state: "draft" });
  const { address, rendered } = await startKeptPages(context, { place });
  for (const { what, path = "/", status = 200, ...asked } of forThoseBehind) {
    const answer = await send(address + path, asked);
    expect({ what, status: answer.status }).toEqual({ what, status });
    const isTold = status === 200 && asked.method !== "HEAD";
    if (isTold)
      expect({ what, body: answer.body }).toEqual({ what, body: letIn });
    expect({ what, rendered }).toEqual({ what, rendered: [] });
  }
});

test("a cookie of somebody else's is no reason to render a page anew", async () => {
  const { address, rendered } = await startKeptPages(context, { place });
  const cookie = "_ga=GA1.2.3; cookies_policy=all";
  for (const headers of [{ cookie }, { cookie: "_ga=other" }])
    expect((await send(address, { headers })).body).not.toBe(letIn);
  expect(rendered).toEqual(["/"]);
});

/** The bytes as they came; `send` would read them as text. */
function fetchBytes(address: string, accepted: string) {
  return new Promise<{ encoding: string | undefined; body: Buffer }>(
    (resolve) => {
      http.get(
        address,
        { headers: { "accept-encoding": accepted } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("end", () =>
            resolve({
              encoding: answer.headers["content-encoding"],
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
    },
  );
}

const packings: [
  accepted: string,
  encoding: string | undefined,
  open: (body: Buffer) => Buffer,
][] = [
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
  ["gzip;q=0.5, br;q=0", "gzip", gunzipSync],
  ["br;q=0.0, gzip;q=0", undefined, (body) => body],
  ["identity", undefined, (body) => body],
];

test("a page comes in the encoding that its asker accepts", async () => {
  const { address } = await startKeptPages(context, { place });
  const plain = await send(address);
  for (const [accepted, encoding, open] of packings) {
    const packed = await fetchBytes(address, accepted);
    expect([accepted, packed.encoding]).toEqual([accepted, encoding]);
    expect(open(packed.body).toString("utf8")).toBe(plain.body);
  }
});
