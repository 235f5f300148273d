import { createHash } from "node:crypto";
import {
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { chmod } from "node:fs/promises";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import path from "node:path";
import express from "express";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  receiveUploads,
  sweepStagingFolder,
} from "#app/http/receive-uploads.server.ts";
import type { ReceivedForm } from "#app/http/received-form.server.ts";
import { makeTestFolder } from "#tests/setup/database.ts";

const maxFileBytes = 200_000;
const boundary = "----boundary";
let stagingFolder: string;
let port: number;
/** What the route would be handed, and the bytes that lay in staging at that moment. */
let received: ReceivedForm | undefined;
let stagedBytes: Buffer[];
let stagedModes: number[];
let storageErrors: unknown[];

beforeEach(async () => {
  stagingFolder = makeTestFolder();
  received = undefined;
  storageErrors = [];
  const app = express();
  app.use(
    receiveUploads({
      stagingFolder,
      maxFileBytes,
      onStorageError: (error) => storageErrors.push(error),
    }),
  );
  app.use((request, response) => {
    received = request.receivedForm;
    stagedBytes = (received?.stagedFiles ?? []).map((file) =>
      readFileSync(file.stagingPath),
    );
    stagedModes = (received?.stagedFiles ?? []).map(
      (file) => statSync(file.stagingPath).mode & 0o777,
    );
    response.send("answered");
  });
  const server = http.createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
});

const url = (pathname = "/respond/a/b") =>
  `http://127.0.0.1:${port}${pathname}`;

type Part =
  | { name: string; value: string }
  | { name: string; filename: string; bytes: Buffer };

function writeBody(parts: Part[]): Buffer {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    const filename =
      "filename" in part
        ? `; filename="${part.filename}"\r\nContent-Type: application/octet-stream`
        : "";
    chunks.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${filename}\r\n\r\n`,
      ),
      "bytes" in part ? part.bytes : Buffer.from(part.value),
      Buffer.from("\r\n"),
    );
  }
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
}

async function post(
  body: Buffer,
  {
    pathname = "/respond/a/b",
    type = `multipart/form-data; boundary=${boundary}`,
  } = {},
) {
  const response = await fetch(url(pathname), {
    method: "POST",
    headers: { "Content-Type": type },
    body: new Uint8Array(body),
  });
  expect(await response.text()).toBe("answered");
  return received;
}

const file = (byteSize: number, filename = "a.pdf", name = "files"): Part => ({
  name,
  filename,
  bytes: Buffer.alloc(byteSize, "x"),
});
const text = (name: string, value: string): Part => ({ name, value });

/** The staging folder once the request has been cleaned up after. */
async function leftInStaging() {
  for (
    let wait = 0;
    wait < 40 && readdirSync(stagingFolder).length > 0;
    wait += 1
  )
    await new Promise((resolve) => setTimeout(resolve, 25));
  return readdirSync(stagingFolder);
}

describe("a body that is in order", () => {
  test.each(["/respond/a/b", "/respond/a/b.data"])(
    "is read on %s",
    async (pathname) => {
      const bytes = Buffer.from("the bytes\0of a file\r\n--not a boundary");
      const form = await post(
        writeBody([
          text("intent", "continue"),
          { name: "files", filename: "Môn 文件.pdf", bytes },
        ]),
        { pathname },
      );
      expect(form?.refusedParts).toEqual([]);
      expect([...(form?.fields ?? [])]).toEqual([["intent", "continue"]]);
      expect(form?.stagedFiles).toMatchObject([
        {
          questionId: "files",
          originalName: "Môn 文件.pdf",
          byteSize: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
        },
      ]);
      expect(stagedBytes).toEqual([bytes]);
      expect(stagedModes).toEqual([0o600]);
    },
  );

  test("keeps a name that comes twice, in order, and drops names that reach into objects", async () => {
    const form = await post(
      writeBody([
        text("role", "parent"),
        text("__proto__", "x"),
        text("constructor", "x"),
        text("role", "carer"),
        text("12", "a number"),
      ]),
    );
    expect([...(form?.fields ?? [])]).toEqual([
      ["role", "parent"],
      ["role", "carer"],
      ["12", "a number"],
    ]);
  });

  test("a file input left empty is no file; a chosen file of 0 bytes is one", async () => {
    const form = await post(writeBody([file(0, ""), file(0, "empty.pdf")]));
    expect(form?.refusedParts).toEqual([]);
    expect(form?.stagedFiles).toMatchObject([
      { originalName: "empty.pdf", byteSize: 0 },
    ]);
  });

  test("a file nobody took is gone after the answer", async () => {
    await post(writeBody([file(1_000)]));
    expect(await leftInStaging()).toEqual([]);
  });

  test("a urlencoded form and a GET are left to Remix", async () => {
    await post(Buffer.from("a=1"), {
      type: "application/x-www-form-urlencoded",
    });
    expect(received).toBeUndefined();
    await fetch(url());
    expect(received).toBeUndefined();
  });
});

describe("nothing typed is lost, and the good files stay,", () => {
  test("where a file is too big, whatever stands before and after it", async () => {
    const form = await post(
      writeBody([
        text("before", "1"),
        file(1_000, "good.pdf"),
        file(maxFileBytes * 5, "film.mp4"),
        file(maxFileBytes, "exactly.pdf"),
        text("after", "2"),
      ]),
    );
    expect([...(form?.fields ?? [])]).toEqual([
      ["before", "1"],
      ["after", "2"],
    ]);
    expect(form?.stagedFiles.map((one) => one.originalName)).toEqual([
      "good.pdf",
      "exactly.pdf",
    ]);
    expect(form?.refusedParts).toEqual([
      { questionId: "files", originalName: "film.mp4", reason: "too-big" },
    ]);
  });

  test("where a file is one byte too big", async () => {
    const form = await post(writeBody([file(maxFileBytes + 1)]));
    expect(form?.refusedParts).toMatchObject([{ reason: "too-big" }]);
    expect(form?.stagedFiles).toEqual([]);
  });

  test("where 60 files are chosen", async () => {
    const form = await post(
      writeBody([
        ...Array.from({ length: 60 }, (_, n) => file(10, `${n}.pdf`)),
        text("after", "kept"),
      ]),
    );
    expect(form?.stagedFiles).toHaveLength(50);
    expect(form?.refusedParts).toHaveLength(10);
    expect(form?.refusedParts[0]).toMatchObject({ reason: "too-many-files" });
    expect(form?.fields.get("after")).toBe("kept");
  });

  test("where the disk takes no more", async () => {
    await chmod(stagingFolder, 0o500);
    const isRoot = process.getuid?.() === 0;
    // Root writes anywhere: a folder that is gone stands for the full disk.
    if (isRoot) {
      const { rmSync } = await import("node:fs");
      rmSync(stagingFolder, { recursive: true });
    }
    const form = await post(writeBody([file(10), text("after", "kept")]));
    expect(form?.fields.get("after")).toBe("kept");
    expect(form?.refusedParts).toMatchObject([
      { reason: "unreadable", questionId: "files" },
    ]);
    expect(storageErrors).toHaveLength(1);
  });

  test("where a text of 1 MB is pasted", async () => {
    const pasted = "é".repeat(500_000);
    const form = await post(
      writeBody([text("answer", pasted), text("after", "kept")]),
    );
    expect(form?.fields.get("answer")).toBe(pasted);
    expect(form?.refusedParts).toEqual([]);
  });

  test("where a text of 3 MB is pasted, and that is said", async () => {
    const pasted = "x".repeat(3_000_000);
    const form = await post(
      writeBody([text("answer", pasted), text("after", "kept")]),
    );
    expect(form?.fields.get("answer")).toBe(pasted);
    expect(form?.fields.get("after")).toBe("kept");
    expect(form?.refusedParts).toEqual([
      { questionId: "answer", reason: "text-too-long" },
    ]);
  });
});

describe("a hostile body is answered, not with Express's error page:", () => {
  const field = (name: string) =>
    writeBody([text("first", "kept"), text(name, "x")]);
  test.each<[string, Buffer, string]>([
    ["a nested name", field("a" + "[b]".repeat(10_000)), "unreadable"],
    ["an array of 100 million", field("a[99999999]"), "unreadable"],
    ["an index over the integers", field("a[4294967294]"), "unreadable"],
    ["a name that is too long", field("a".repeat(300)), "unreadable"],
    [
      "600 fields",
      writeBody(Array.from({ length: 600 }, (_, n) => text(`f${n}`, ""))),
      "too-many-fields",
    ],
    [
      "10 MB of text",
      writeBody([text("a", "x".repeat(10_000_000))]),
      "text-too-long",
    ],
    [
      "10 MB in five texts",
      writeBody(
        Array.from({ length: 5 }, (_, n) =>
          text(`f${n}`, "x".repeat(1_900_000)),
        ),
      ),
      "text-too-long",
    ],
    [
      "a cut body",
      writeBody([text("first", "kept"), file(100)]).subarray(0, -40),
      "unreadable",
    ],
    [
      "a cut header",
      Buffer.from(`--${boundary}\r\nContent-Disp`),
      "unreadable",
    ],
    [
      "a part without a name",
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${boundary}--`,
      ),
      "unreadable",
    ],
  ])("%s", async (_what, body, reason) => {
    const form = await post(body);
    expect(form?.refusedParts.map((part) => part.reason)).toContain(reason);
    expect(form?.stagedFiles).toEqual([]);
    expect(await leftInStaging()).toEqual([]);
  });

  test("a body without a boundary", async () => {
    const form = await post(Buffer.from("x".repeat(100_000)), {
      type: "multipart/form-data",
    });
    expect(form?.refusedParts).toMatchObject([{ reason: "unreadable" }]);
  });

  test("files that came before the fault are told as not received", async () => {
    const form = await post(
      writeBody([file(10, "good.pdf"), text("a[1]", "x")]),
    );
    expect(form?.refusedParts).toContainEqual({
      questionId: "files",
      originalName: "good.pdf",
      reason: "unreadable",
    });
  });

  test("a client that hangs up at any byte leaves nothing behind and does no harm", async () => {
    const body = writeBody([text("a", "1"), file(300), text("b", "2")]);
    const head = `POST /respond/a/b HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (let cut = 0; cut < body.length; cut += 7) {
      const socket = net.connect(port, "127.0.0.1");
      socket.on("error", () => {});
      await new Promise((resolve) => socket.once("connect", resolve));
      socket.write(head);
      socket.write(body.subarray(0, cut));
      await new Promise((resolve) => setTimeout(resolve, 3));
      socket.destroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await leftInStaging()).toEqual([]);
    expect((await post(writeBody([text("a", "1")])))?.fields.get("a")).toBe(
      "1",
    );
  });
});

test("40 MB come in without memory growing by as much", async () => {
  const body = writeBody(
    Array.from({ length: 40 }, (_, n) => file(1_000_000, `${n}.pdf`)),
  );
  await post(writeBody([file(1_000)]));
  const bytesAtStart = process.memoryUsage().heapUsed;
  await post(body);
  expect(process.memoryUsage().heapUsed - bytesAtStart).toBeLessThan(
    20_000_000,
  );
});

test("start-up sweeps what a killed process left, and nothing younger", async () => {
  const old = path.join(stagingFolder, "old.part");
  const young = path.join(stagingFolder, "young.part");
  writeFileSync(old, "");
  writeFileSync(young, "");
  const now = new Date();
  const twoHoursAgo = new Date(now.getTime() - 2 * 3_600_000);
  utimesSync(old, twoHoursAgo, twoHoursAgo);
  expect(
    await sweepStagingFolder(stagingFolder, {
      olderThanMilliseconds: 3_600_000,
      now,
    }),
  ).toBe(1);
  expect(readdirSync(stagingFolder)).toEqual(["young.part"]);
});
