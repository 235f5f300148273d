import { rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { answerFaults } from "#app/http/gate/faults.server.ts";
import { sendAnswer } from "#app/http/gate/answer-by-route.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as download from "#app/routes/review.files.$attachment.tsx";
import { givenSentFile, storedPath } from "#tests/given/files.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { selectEventTypes } from "#tests/asking/events.ts";

const words = Buffer.from(
  "What we saw in those ten years, and what was missing",
);
let context: RequestContext;
let cookie: string;
let publicId: string;

async function givenFile(bytes: Buffer) {
  const { db, attachmentStore: store } = context;
  const name = "a.txt";
  await givenSentFile({ db, store }, { name, bytes: Buffer.from("Earlier") });
  const file = await givenSentFile({ db, store }, { name, bytes });
  await db.updateTable("attachments").set({ scan_state: "clean" }).execute();
  return file.publicId;
}

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db);
  ({ cookie } = await signInAs(context, "reviewer"));
  publicId = await givenFile(words);
});

function argsFor(headers: Record<string, string> = {}, method = "GET") {
  const address = `http://localhost:3000/review/files/${publicId}`;
  const request = new Request(address, {
    method,
    headers: { Cookie: cookie, ...headers },
  });
  return { request, context, params: { attachment: publicId } };
}

async function ask(headers: Record<string, string> = {}, method = "GET") {
  const door = method === "POST" ? download.action : download.loader;
  const answer = await door(argsFor(headers, method));
  return { answer, text: await answer.text() };
}

describe("of a part", () => {
  test.each([
    ["bytes=0-3", 0, 3],
    ["bytes=10-", 10, words.length - 1],
    ["bytes=-7", words.length - 7, words.length - 1],
    ["bytes=40-9999", 40, words.length - 1],
    ["bytes=-9999", 0, words.length - 1],
  ])("%s is that part", async (range, start, end) => {
    const { answer, text } = await ask({ Range: range });
    expect(answer.status).toBe(206);
    expect(text).toBe(words.subarray(start, end + 1).toString());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-range": `bytes ${start}-${end}/${words.length}`,
      "content-length": String(end - start + 1),
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(await selectEventTypes(context.db)).toContain(
      "attachment.downloaded",
    );
  });

  test.each(["bytes=52-", "bytes=9999-10000", "bytes=-0"])(
    "%s is none that the file has, which is told with its length",
    async (range) => {
      const { answer, text } = await ask({ Range: range });
      expect(answer.status).toBe(416);
      expect(answer.headers.get("Content-Range")).toBe("bytes */52");
      expect(text).toContain("no such part");
      expect(await selectEventTypes(context.db)).not.toContain(
        "attachment.downloaded",
      );
    },
  );

  test.each([
    "bytes=0-1,4-5",
    "bytes=5-2",
    "bytes=",
    "bytes=-",
    "lines=0-1",
    "bytes=a-b",
    `bytes=0-${"9".repeat(400)}`,
  ])("%s is answered with the whole", async (range) => {
    const { answer, text } = await ask({ Range: range });
    expect(answer.status).toBe(200);
    expect(text).toBe(words.toString());
    expect(answer.headers.get("Accept-Ranges")).toBe("bytes");
  });

  test("a part of another version is never sent: the whole is", async () => {
    const whole = await ask();
    const etag = whole.answer.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const parts = await Promise.all(
      [etag, `W/${etag}`, '"other"', "Thu, 26 Nov 2026 10:00:00 GMT"].map(
        async (version) =>
          (await ask({ Range: "bytes=0-3", "If-Range": version })).answer
            .status,
      ),
    );
    expect(parts).toEqual([206, 200, 200, 200]);
  });

  test("only a GET has parts", async () => {
    const range = { Range: "bytes=0-3" };
    expect((await ask(range, "POST")).answer.status).toBe(200);
    const head = await ask(range, "HEAD");
    expect(head.answer.status).toBe(200);
    expect(head.answer.headers.get("Content-Length")).toBe("52");
  });
});

describe("a file that is not there, or not as it was", () => {
  test.each(["GET", "HEAD", "POST"])(
    "is told in words to a %s, and nobody is said to have read it",
    async (method) => {
      rmSync(storedPath(context.attachmentStore, publicId));
      const { answer, text } = await ask({}, method);
      expect(answer.status).toBe(404);
      expect(text).toContain("not where files are kept");
      expect(await selectEventTypes(context.db)).not.toContain(
        "attachment.downloaded",
      );
    },
  );

  test.each(["short", "x".repeat(52)])(
    "is not given out: %s",
    async (content) => {
      writeFileSync(storedPath(context.attachmentStore, publicId), content);
      const { answer, text } = await ask();
      expect(answer.status).toBe(503);
      expect(text).toContain("not as it was when it was sent");
    },
  );

  test("breaks a download off that has begun, and the server goes on", async () => {
    const large = Buffer.alloc(400_000, "a");
    publicId = await givenFile(large);
    large[399_999] = 98;
    writeFileSync(storedPath(context.attachmentStore, publicId), large);
    const app = express();
    app.get("/", (_request, response, next) => {
      download
        .loader(argsFor())
        .then((answer) => sendAnswer(response, answer))
        .catch(next);
    });
    app.get("/other", (_request, response) => void response.send("well"));
    app.use(answerFaults(context.logger));
    // Express would print it; the log has it already.
    app.set("env", "test");
    const server = http.createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
    const other = await fetch(`http://127.0.0.1:${port}/other`);
    expect(await other.text()).toBe("well");
  });
});
