import http from "node:http";
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { expect, onTestFinished, test } from "vitest";
import { sendAnswer } from "#app/http/gate/answer-by-route.server.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

const chunk = Buffer.alloc(100_000, "words ");
const chunkCount = 2_000;

/** A file of 200 MB that says how much of it was read, and whether it is held still. */
async function startWithFile() {
  let readCount = 0;
  const opened: Readable[] = [];
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { address, port } = await startGates(context, (_request, response) => {
    const file = Readable.from(
      (function* () {
        for (; readCount < chunkCount; readCount += 1) yield chunk;
      })(),
      { objectMode: false },
    );
    opened.push(file);
    void sendAnswer(
      response,
      new Response(createReadableStreamFromReadable(file), {
        status: 200,
        headers: { "Content-Length": String(chunk.length * chunkCount) },
      }),
    );
  });
  const heldCount = () => opened.filter((file) => !file.destroyed).length;
  return { address, port, opened, heldCount, readCount: () => readCount };
}

function openDownload({ address, port }: { address: string; port: number }) {
  const host = new URL(address).host;
  const asked = http.get({ host: "127.0.0.1", port, headers: { host } });
  asked.on("error", () => undefined);
  onTestFinished(() => void asked.destroy());
  return new Promise<http.IncomingMessage>((resolve) =>
    asked.on("response", resolve),
  );
}

test("a file is let go when its reader leaves in the middle", async () => {
  const server = await startWithFile();
  for (let download = 0; download < 3; download += 1) {
    const answer = await openDownload(server);
    answer.once("data", () => answer.destroy());
    answer.on("error", () => undefined);
  }
  await expect.poll(server.heldCount).toBe(0);
  expect(server.opened).toHaveLength(3);
  expect(server.readCount()).toBeLessThan(chunkCount);
});

test("and at once where only its head is asked for, which is told all the same", async () => {
  const server = await startWithFile();
  const answer = await send(server.address, { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-length"]).toBe("200000000");
  await expect.poll(server.heldCount).toBe(0);
  expect(server.readCount()).toBeLessThan(chunkCount / 4);
});

test("a page that is there at once is sent with its length, and not where only its head is asked for", async () => {
  const page = Buffer.from("<p>é</p>");
  const context = await makeTestContext(openTestDatabase().db);
  const { address } = await startGates(context, (_request, response) => {
    const answer = new Response(null, {
      status: 404,
      headers: { "Content-Type": "text/html; charset=utf-8" },
    });
    void sendAnswer(response, answer, page);
  });
  const got = await send(address);
  expect([got.status, got.body]).toEqual([404, "<p>é</p>"]);
  expect(got.headers).toMatchObject({
    "content-length": String(page.length),
    "content-type": "text/html; charset=utf-8",
  });
  const head = await send(address, { method: "HEAD" });
  expect([head.status, head.body]).toEqual([404, ""]);
});

test("no more of it is read than its reader takes", async () => {
  const server = await startWithFile();
  const answer = await openDownload(server);
  answer.pause();
  let before = -1;
  while (before !== server.readCount()) {
    before = server.readCount();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect(server.readCount()).toBeLessThan(chunkCount / 4);
});

test.each(["PUT", "PATCH", "DELETE"])(
  "a form that comes by %s is not taken for one of ours",
  async (method) => {
    const { db } = openTestDatabase();
    const { address } = await startGates(await makeTestContext(db));
    const answer = await send(`${address}/review/responses/H-1/notes`, {
      method,
      headers: { ...fromOwnPage(address), ...urlencoded },
      body: "body=a",
    });
    expect([answer.status, answer.headers.allow]).toEqual([
      405,
      "GET, HEAD, POST",
    ]);
  },
);

test("an expectation that nobody knows is passed over, and the answer has its headers", async () => {
  const { db } = openTestDatabase();
  const { address } = await startGates(await makeTestContext(db));
  const headers = { expect: "200-maybe" };
  const answer = await send(address, { headers });
  expect([answer.status, answer.body]).toEqual([200, "let in"]);
  expect(answer.headers["content-security-policy"]).toBeDefined();
});

test("a scheme that a proxy passes on is not looked at", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { address } = await startGates(
    { ...context, env: { ...context.env, trustedProxyHops: 1 } },
    (request, response) => void response.send(request.protocol),
  );
  for (const scheme of ["a b", "file", "https, evil"]) {
    const headers = { "x-forwarded-proto": scheme };
    expect((await send(address, { headers })).body).toBe("http");
  }
});
