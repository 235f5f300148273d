import { readdirSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send } from "#tests/asking/http.ts";

const { home, server } = givenServer();

const page = "/respond/call-for-advice/about-you";
const multipart = `multipart/form-data; boundary=${boundary}`;
const whole = writeBody([text("respondent-kind", "parent"), file(2_000)]);
const named = (name: string) => writeBody([text(name, "x")]);

async function expectToBeWell() {
  expect(server.hasEnded()).toBe(false);
  const { status } = await send(`${home.address}/healthcheck`);
  expect(status).toBe(200);
}

const shapes: [title: string, type: string, body: Buffer][] = [
  ["no boundary", "multipart/form-data", whole],
  ["an empty boundary", "multipart/form-data; boundary=", whole],
  ["two boundaries", `${multipart}; boundary=other`, whole],
  ["another boundary than was told", "multipart/form-data; boundary=z", whole],
  ["nothing at all", multipart, Buffer.alloc(0)],
  ["a cut header", multipart, whole.subarray(0, 40)],
  ["a cut file", multipart, whole.subarray(0, -500)],
  ["the name __proto__", multipart, named("__proto__")],
  [
    "the name constructor[prototype][x]",
    multipart,
    named("constructor[prototype][x]"),
  ],
  ["an array of 100 million", multipart, named("a[99999999]")],
  [
    "two ends of an array",
    multipart,
    writeBody([text("a[4294967294]", "x"), text("a[]", "y")]),
  ],
  ["a name of 10,000 brackets", multipart, named("a" + "[b]".repeat(10_000))],
  [
    "an empty name",
    multipart,
    writeBody([text("", "x"), file(10, "a.pdf", "")]),
  ],
  [
    "10,000 fields",
    multipart,
    writeBody(Array.from({ length: 10_000 }, (_, n) => text(`f${n}`, "x"))),
  ],
  [
    "1,000 files",
    multipart,
    writeBody(Array.from({ length: 1_000 }, () => file(10))),
  ],
  [
    "urlencoded names that reach deep",
    "application/x-www-form-urlencoded",
    Buffer.from("a[99999999]=x&__proto__[y]=1&constructor=2"),
  ],
  [
    "urlencoded that cannot be decoded",
    "application/x-www-form-urlencoded",
    Buffer.from("what-first=%E0%A4%A&x=%zz"),
  ],
  ["JSON", "application/json", Buffer.from('{"__proto__":{"x":1}}')],
  ["a type that is none", "\u00ff", whole],
];

const cases = shapes.flatMap(([title, type, body]) =>
  [page, `${page}.data`].map((where) => ({ title, where, type, body })),
);

test.each(cases)(
  "$title at $where does no harm",
  async ({ where, type, body }) => {
    const before = server.residentMegabytes();
    const answer = await send(`${home.address}${where}`, {
      method: "POST",
      headers: { ...fromOwnPage(home.address), "content-type": type },
      body,
    });
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
    expect(server.residentMegabytes() - before).toBeLessThan(100);
    await expectToBeWell();
  },
);

test("a body that breaks off at any byte leaves no file behind", async () => {
  const head = [
    `POST ${page} HTTP/1.1`,
    `Host: localhost:${home.port}`,
    `Origin: ${home.address}`,
    `Content-Type: ${multipart}`,
    `Content-Length: ${whole.length}`,
    "\r\n",
  ].join("\r\n");
  for (let end = 0; end < whole.length; end += 97)
    await sendAndHangUp(
      Buffer.concat([Buffer.from(head), whole.subarray(0, end)]),
    );
  await expectToBeWell();
  const staging = path.join(home.uploadsFolder, "staging");
  await expect.poll(() => readdirSync(staging)).toEqual([]);
});

function sendAndHangUp(bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(home.port, "127.0.0.1", () => {
      socket.write(bytes, () => socket.destroy());
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
  });
}

test("what is no HTTP at all does no harm", async () => {
  for (const bytes of [
    "\r\n\r\n",
    "GET",
    "GET / HTTP/9.9\r\n\r\n",
    "\0".repeat(100_000),
  ])
    await sendAndHangUp(Buffer.from(bytes));
  await expectToBeWell();
});
