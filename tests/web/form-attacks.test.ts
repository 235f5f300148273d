import { expect, test } from "vitest";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

const { home } = givenServer();

const page = "/respond/call-for-advice/what-first";
const signIn = "/review/sign-in";
const marks = encodeURIComponent("\u0300\u0316");

/** Each of these stood a server still, the first for minutes. */
const attacks: [title: string, path: string, body: string, status: number][] = [
  ["100,000 fields", signIn, "a=&".repeat(100_000), 400],
  ["100,000 fields of its own", signIn, "email=&".repeat(100_000), 400],
  ["6 MB of fields", page, "a=&".repeat(2_000_000), 400],
  ["6 MB of its own field", page, "what-first=&".repeat(500_000), 400],
  ["a long address", signIn, `email=a@${"a.".repeat(390_000)}`, 400],
  ["an array of 100 million", signIn, "a[99999999]=x", 400],
  ["a name of 5,000 dots", signIn, `a${".b".repeat(5_000)}=x`, 400],
  ["700 kB of brackets", signIn, `held=${"[".repeat(700_000)}`, 400],
  ["an intent of Conform's", signIn, "__intent__=zzz", 400],
  ["2 MB of marks", page, `what-first=a${marks.repeat(160_000)}`, 400],
  ["what no sign-in holds", signIn, `held=${"[".repeat(4_000_000)}`, 413],
  [
    "what no code is",
    "/respond/call-for-advice/late",
    "code=".padEnd(21_000),
    413,
  ],
  ["what no note is", "/review/tags", "name=".padEnd(401_000), 413],
];

test.each(attacks)(
  "%s to %s: answered, and others are served meanwhile and after",
  async (_title, path, body, status) => {
    let isAnswered = false;
    const attack = send(`${home.address}${path}`, {
      method: "POST",
      headers: { ...fromOwnPage(home.address), ...urlencoded },
      body,
    }).finally(() => (isAnswered = true));
    do {
      const others = await send(`${home.address}/healthcheck`);
      expect(others.status).toBe(200);
    } while (!isAnswered);
    expect((await attack).status).toBe(status);
    const again = await send(`${home.address}/calls/call-for-advice`);
    expect(again.status).toBe(200);
  },
);
