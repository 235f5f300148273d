import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { givenServer } from "#tests/given/started-server.ts";
import {
  fromOwnPage,
  send,
  type SendOptions,
  urlencoded,
} from "#tests/asking/http.ts";

const { home } = givenServer();
const secure = givenServer(undefined, {
  PUBLIC_BASE_URL: "https://heard.example",
});

const asset = readdirSync("build/client/assets").find((name) =>
  name.endsWith(".css"),
);

/** Sent as a form from our own page, of a size that no form has. */
const tooBig = "a form that is too big";

type Kind = {
  title: string;
  path: string;
  options?: SendOptions;
  status: number;
};

const kinds: Kind[] = [
  { title: "a page", path: "/", status: 200 },
  { title: "data", path: "/_root.data", status: 200 },
  { title: "a check of health", path: "/healthcheck", status: 200 },
  { title: "a style sheet", path: `/assets/${asset}`, status: 200 },
  { title: "a picture", path: "/favicon.svg", status: 200 },
  { title: "a page that is not there", path: "/nope", status: 404 },
  { title: "an asset that is not there", path: "/assets/nope.js", status: 404 },
  { title: "an address that cannot be read", path: "/%E0%A4%A", status: 400 },
  { title: "an old data address", path: "/?_data=root", status: 400 },
  {
    title: "a form from elsewhere",
    path: "/",
    options: { method: "POST", headers: { origin: "https://evil.example" } },
    status: 403,
  },
  { title: tooBig, path: "/", status: 413 },
];

async function ask({ path, options, title }: Kind) {
  if (title !== tooBig) return send(`${home.address}${path}`, options);
  return send(`${home.address}${path}`, {
    method: "POST",
    headers: { ...fromOwnPage(home.address), ...urlencoded },
    body: Buffer.alloc(7_000_000),
  });
}

describe("every kind of answer carries the headers", () => {
  test.each(kinds)("$title ($status)", async (kind) => {
    const { status, headers, body } = await ask(kind);
    expect(status).toBe(kind.status);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-");
    expect(body).not.toMatch(/\bat .*\(.*:\d+:\d+\)|node_modules|SqliteError/);
  });
});

test.each(["/", "/calls/call-for-advice", "/privacy", "/accessibility"])(
  "%s is the same for a browser whose page is kept and for one with a cookie of ours",
  async (path) => {
    const ask = async (asked: Record<string, string>) => {
      const { status, headers, body } = await send(`${home.address}${path}`, {
        headers: asked,
      });
      const { vary, date: _date, ...others } = headers;
      // The one is sent whole, the other as it is rendered.
      delete others["content-length"];
      delete others["transfer-encoding"];
      const policy = String(others["content-security-policy"]);
      others["content-security-policy"] = policy.replace(/nonce-[^']+/, "");
      return { vary, answer: { status, headers: others, body } };
    };
    const kept = await ask({});
    const rendered = await ask({ cookie: "heard-draft=x" });
    expect([kept.vary, rendered.vary]).toEqual(["Accept-Encoding", undefined]);
    expect(kept.answer).toEqual(rendered.answer);
  },
);

test("over http the browser is not told to insist on https, over https it is", async () => {
  const overHttp = await send(`${home.address}/`);
  expect(overHttp.headers["strict-transport-security"]).toBeUndefined();
  const overHttps = await send(secure.home.address, {
    headers: { host: "heard.example" },
  });
  expect(overHttps.headers["strict-transport-security"]).toMatch(
    /max-age=\d{8}/,
  );
});

test("two answers have two nonces, and a page's scripts have the answer's own", async () => {
  const nonceOf = (policy = "") => /'nonce-([^']+)'/.exec(policy)?.[1];
  const first = await send(`${home.address}/`);
  const second = await send(`${home.address}/`);
  const nonce = nonceOf(first.headers["content-security-policy"]?.toString());
  expect(nonce).toMatch(/^[\w+/]{22}==$/);
  expect(
    nonceOf(second.headers["content-security-policy"]?.toString()),
  ).not.toBe(nonce);
  for (const [script] of first.body.matchAll(/<script[^>]*>/g))
    expect(script).toContain(`nonce="${nonce}"`);
});

test.each([
  "/",
  "/_root.data",
  "/calls/call-for-advice",
  "/respond/call-for-advice/sent",
  "/respond/call-for-advice/delete",
  "/review/queue",
  "/review/queue.data",
  "/nope",
])("no copy of %s is kept on the way or in the browser", async (path) => {
  const { headers } = await send(`${home.address}${path}`);
  expect(headers["cache-control"]).toContain("no-store");
});

test("a page that is typed into is kept by its own browser alone, and asked for anew", async () => {
  const path = "/respond/call-for-advice/about-you";
  const asked = await send(`${home.address}${path}`);
  const givenBack = await send(`${home.address}${path}`, {
    method: "POST",
    headers: { ...fromOwnPage(home.address), ...urlencoded },
    body: "intent=continue",
  });
  expect(givenBack.status).toBe(400);
  for (const { headers } of [asked, givenBack])
    expect(headers["cache-control"]).toBe("private, no-cache");
});

test("assets with a hash in their name are kept for a year", async () => {
  const { headers } = await send(`${home.address}/assets/${asset}`);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});
