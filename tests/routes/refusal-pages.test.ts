import net from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import {
  fromOwnPage,
  send,
  type SendOptions,
  urlencoded,
} from "#tests/asking/http.ts";

let gates: { address: string; port: number };

beforeEach(async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const env = { ...context.env, postsPerHour: 1 };
  gates = await startGates({ ...context, env }, (request) => {
    throw new Error(`A canary in a message: ${request.path}`);
  });
});

const headersOfAll = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};

function expectWholePage(headers: Record<string, unknown>, body: string) {
  expect(headers).toMatchObject(headersOfAll);
  expect(headers["permissions-policy"]).toContain("camera=()");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-");
  const nonce = /<style nonce="([^"]+)"/.exec(body)?.[1];
  expect(policy).toContain(`'nonce-${nonce}'`);
  expect(body).toContain("An independent review");
  expect(body).toContain("mailto:contact@review.example");
  expect(body).toContain(`<a href="${gates.address}/">`);
  expect(body).not.toMatch(/canary|node_modules|:\d+:\d+\)/);
}

const formTo = (body: string | Buffer, headers = {}): SendOptions => ({
  method: "POST",
  headers: { ...fromOwnPage(gates.address), ...urlencoded, ...headers },
  body,
});

const refused: [status: number, title: string, ask: () => SendOptions][] = [
  [421, "another name", () => ({ headers: { host: "evil.example" } })],
  [405, "TRACE", () => ({ method: "TRACE" })],
  [403, "a form from elsewhere", () => ({ method: "POST" })],
  [413, "a body that is too big", () => formTo(Buffer.alloc(7_000_000))],
  [415, "JSON", () => formTo("{}", { "content-type": "application/json" })],
  [500, "a route that breaks", () => ({})],
];

describe("a refusal says whose portal it is, where help is and the way home", () => {
  test.each(refused)("%i: %s", async (status, _title, ask) => {
    const answer = await send(`${gates.address}/canary`, ask());
    expect(answer.status).toBe(status);
    expectWholePage(answer.headers, answer.body);
  });

  test("429: one form more than the network may send", async () => {
    await send(gates.address, formTo("a=1"));
    const answer = await send(gates.address, formTo("a=1"));
    expect(answer.status).toBe(429);
    expectWholePage(answer.headers, answer.body);
  });

  const raw: [line: string, request: string][] = [
    ["400 Bad Request", "GET http://evil.example/ HTTP/1.1\r\nHost: $host"],
    ["400 Bad Request", "GET / HTTP/9.9\r\nHost: $host"],
    ["400 Bad Request", "no HTTP at all"],
    [
      "431 Request Header Fields Too Large",
      `GET / HTTP/1.1\r\nHost: $host\r\nCookie: ${"x".repeat(70_000)}`,
    ],
  ];

  test.each(raw)("%s: what Node alone reads", async (line, request) => {
    const host = new URL(gates.address).host;
    const answer = await sendRaw(
      `${request.replace("$host", host)}\r\nConnection: close\r\n\r\n`,
    );
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    const [status, ...lines] = head.split("\r\n");
    expect(status).toBe(`HTTP/1.1 ${line}`);
    const headers = lines.map((one): [string, string] => {
      const colon = one.indexOf(":");
      return [one.slice(0, colon).toLowerCase(), one.slice(colon + 2)];
    });
    expectWholePage(Object.fromEntries(headers), body);
  });
});

describe("a refusal is in the language that its reader chose", () => {
  const inWelsh = { cookie: "other=en; heard-language=cy" };
  const headingOf = (body: string) => /<h1>([^<]*)/.exec(body)?.[1];
  const languageOf = (body: string) =>
    /<html lang="(..)" dir="ltr"/.exec(body)?.[1];

  test.each(refused)("%i: %s", async (status, _title, ask) => {
    const asked = ask();
    const headers = { ...asked.headers, ...inWelsh };
    const answer = await send(`${gates.address}/canary`, { ...asked, headers });
    expect([answer.status, languageOf(answer.body)]).toEqual([status, "cy"]);
    expect(answer.headers["content-language"]).toBe("cy");
    expect(answer.body).not.toMatch(englishWords);
  });

  test("429: how long to wait, and what was typed", async () => {
    const form = () =>
      formTo("story=Typed+words", { cookie: "heard-language=cy" });
    await send(gates.address, form());
    const { body } = await send(gates.address, form());
    expect(headingOf(body)).toBe(
      "Mae llawer o ffurflenni wedi dod o’ch rhwydwaith",
    );
    expect(body).toMatch(/arhoswch 60 munud/);
    expect(body).toContain("<button>Ei anfon eto</button>");
    expect(body).not.toMatch(englishWords);
  });

  test("what Node alone reads: by the cookie, where it came", async () => {
    const host = new URL(gates.address).host;
    const ask = (cookie: string) =>
      sendRaw(
        `GET http://[ HTTP/9.9\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`,
      );
    expect(await ask("a=1; heard-language=cy")).toContain('lang="cy"');
    expect(await ask('heard-language=cy"><b>')).toContain('lang="en"');
  });

  test("English is for the team, for who has chosen none and for a cookie that names no language", async () => {
    const ask = async (path: string, cookie: string) => {
      const headers = { cookie, host: "evil.example" };
      const { body } = await send(gates.address + path, { headers });
      return languageOf(body);
    };
    expect(await ask("/canary", "heard-language=en")).toBe("en");
    expect(await ask("/canary", "")).toBe("en");
    expect(await ask("/canary", 'heard-language=cy"><b>')).toBe("en");
    expect(await ask("/canary", "heard-language=__proto__")).toBe("en");
    expect(await ask("/review/queue", "heard-language=cy")).toBe("en");
    expect(await ask("/REVIEW", "heard-language=cy")).toBe("en");
    expect(await ask("/reviews", "heard-language=cy")).toBe("cy");
    expect(await ask("/canary?lang=cy", "heard-language=en")).toBe("cy");
  });
});

/** Words that no Welsh sentence has. */
const englishWords = /\b(the|this|what|you|your|was|not|write|address|page)\b/i;

function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = net.connect(gates.port, "127.0.0.1", () =>
      socket.write(bytes),
    );
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("utf8")));
    socket.on("close", () => resolve(answer));
    socket.on("error", () => resolve(answer));
  });
}
