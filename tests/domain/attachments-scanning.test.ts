import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import {
  afterEach,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from "vitest";
import type { Db } from "#app/db/schema.ts";
import { type AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { openScanner } from "#app/domain/files/scan-file.server.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { givenSentFile, givenStore } from "#tests/given/files.ts";
import { watchRecords } from "#tests/asking/events.ts";

const now = new Date("2026-11-22T10:00:00Z");
let db: Db;
let store: AttachmentStore;
let earlier: Awaited<ReturnType<typeof givenStore>>["earlier"];

beforeEach(async () => {
  ({ db, store, earlier } = await givenStore());
});

afterEach(async () => {
  // Nothing here is about somebody else's file.
  expect(await earlier.fileNow()).toEqual(earlier.asItWas);
});

async function givenFile(bytes: Buffer) {
  const { attachmentId, fileNow } = await givenSentFile(
    { db, store },
    { bytes },
  );
  const state = async () => {
    const { scanState, scanDetail } = await fileNow();
    return [scanState, scanDetail];
  };
  return { attachmentId, state };
}

type Script = (socket: net.Socket, received: Buffer) => void;

/** Speaks clamd's side of INSTREAM: collects the stream, then does as scripted. */
async function startFakeClamd(script: Script) {
  const socketFile = path.join(makeTestFolder(), "clamd.sock");
  const server = net.createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      const all = Buffer.concat(chunks);
      if (all.subarray(-4).equals(Buffer.alloc(4))) script(socket, all);
    });
  });
  await new Promise<void>((resolve) => server.listen(socketFile, resolve));
  onTestFinished(() => void server.close());
  return socketFile;
}

const answer =
  (text: string): Script =>
  (socket) =>
    socket.end(text);

describe("of clamd's replies", () => {
  test.each<[string, Script, (string | null)[], boolean]>([
    ["OK is clean", answer("stream: OK\0"), ["clean", null], false],
    [
      "FOUND is infected",
      answer("stream: Eicar-Test-Signature FOUND\0"),
      ["infected", "Eicar-Test-Signature"],
      false,
    ],
    [
      "a file over clamd's limits is not scanned",
      answer("INSTREAM size limit exceeded. ERROR\0"),
      ["not-scanned", "over-limit"],
      false,
    ],
    [
      "an alert on limits is not scanned, not infected",
      answer("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"),
      ["not-scanned", "over-limit"],
      false,
    ],
    [
      "a reply that was cut is not scanned",
      answer("stream: O"),
      ["not-scanned", "unexpected-reply"],
      true,
    ],
    [
      "OK with anything after it is not scanned",
      answer("stream: OK\nstream: X FOUND\0"),
      ["not-scanned", "unexpected-reply"],
      true,
    ],
    [
      "an error is not scanned",
      answer("stream: lstat() failed ERROR\0"),
      ["not-scanned", "unexpected-reply"],
      true,
    ],
    ["silence is not scanned", () => {}, ["not-scanned", "unreachable"], true],
    [
      "a connection that is cut is not scanned",
      (socket) => socket.destroy(),
      ["not-scanned", "unreachable"],
      true,
    ],
  ])("%s", async (_rule, script, expected, isTriedAgain) => {
    const file = await givenFile(makePdf());
    const scanner = openScanner(await startFakeClamd(script), {
      timeoutMilliseconds: 300,
    });
    const scan = scanAttachment(db, store, scanner, { ...file, now });
    if (isTriedAgain)
      await expect(scan).rejects.toMatchObject({
        name: "ScannerUnavailableError",
      });
    else await scan;
    expect(await file.state()).toEqual(expected);
  });

  test("the whole file is what clamd was sent", async () => {
    let received: Buffer | undefined;
    const socketFile = await startFakeClamd((socket, all) => {
      received = all;
      socket.end("stream: OK\0");
    });
    const bytes = makePdf({ text: "x".repeat(200_000) });
    const file = await givenFile(bytes);
    await scanAttachment(db, store, openScanner(socketFile), { ...file, now });
    expect(withoutFraming(received ?? Buffer.alloc(0))).toEqual(bytes);
  });
});

function withoutFraming(stream: Buffer): Buffer {
  const parts: Buffer[] = [];
  let position = "zINSTREAM\0".length;
  for (;;) {
    const length = stream.readUInt32BE(position);
    if (length === 0) return Buffer.concat(parts);
    parts.push(stream.subarray(position + 4, position + 4 + length));
    position += 4 + length;
  }
}

test("without a scanner nothing is called clean, and it is not tried again", async () => {
  const file = await givenFile(makePdf());
  await scanAttachment(db, store, openScanner(""), { ...file, now });
  expect(await file.state()).toEqual(["not-scanned", "no-scanner"]);
});

test("a scanner that is down is not-scanned, and clean once it is back", async () => {
  const file = await givenFile(makePdf());
  const records = await watchRecords(db);
  const down = openScanner("127.0.0.1:1");
  await expect(
    scanAttachment(db, store, down, { ...file, now }),
  ).rejects.toThrow();
  await expect(
    scanAttachment(db, store, down, { ...file, now }),
  ).rejects.toThrow();
  expect(await file.state()).toEqual(["not-scanned", "unreachable"]);
  const back = openScanner(await startFakeClamd(answer("stream: OK\0")));
  await scanAttachment(db, store, back, { ...file, now });
  expect(await file.state()).toEqual(["clean", null]);
  expect(await records.eventTypes()).toEqual([
    "attachment.not-scanned",
    "attachment.scanned-clean",
  ]);
});

test("an infected file stays infected when the job runs again", async () => {
  const file = await givenFile(makePdf());
  const found = openScanner(await startFakeClamd(answer("stream: X FOUND\0")));
  await scanAttachment(db, store, found, { ...file, now });
  await scanAttachment(db, store, openScanner(""), { ...file, now });
  expect(await file.state()).toEqual(["infected", "X"]);
});

test("a file that was removed meanwhile is no failure", async () => {
  await scanAttachment(db, store, openScanner(""), { attachmentId: 99, now });
});

const clamdProgram = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].find(
  existsSync,
);
const eicar =
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

const eicarStream = `<</Length ${eicar.length}>>stream\n${eicar}\nendstream`;

/** clamd with one signature, made here: no test downloads any. */
async function startClamd(program: string): Promise<string> {
  const folder = makeTestFolder();
  const signatures = path.join(folder, "signatures");
  mkdirSync(signatures);
  const hex = Buffer.from(eicar).toString("hex");
  writeFileSync(path.join(signatures, "test.ndb"), `Test.Eicar:0:*:${hex}\n`);
  const socketFile = path.join(folder, "clamd.sock");
  const config = path.join(folder, "clamd.conf");
  writeFileSync(
    config,
    `LocalSocket ${socketFile}\nDatabaseDirectory ${signatures}\nForeground yes\nAlertExceedsMax yes\nMaxFileSize 1M\nStreamMaxLength 2M\n`,
  );
  const clamd = spawn(program, ["--config-file", config], { stdio: "ignore" });
  onTestFinished(() => void clamd.kill("SIGKILL"));
  for (let wait = 0; wait < 100 && !existsSync(socketFile); wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return socketFile;
}

test.skipIf(!clamdProgram)(
  "real clamd: a clean PDF, EICAR inside a PDF, and files over its limits (skipped where it is not installed)",
  async () => {
    const scanner = openScanner(await startClamd(clamdProgram ?? ""));
    const verdictOn = async (bytes: Buffer) => {
      const file = await givenFile(bytes);
      await scanAttachment(db, store, scanner, { ...file, now });
      return file.state();
    };
    expect(await verdictOn(makePdf())).toEqual(["clean", null]);
    expect(await verdictOn(makePdf({ objects: [eicarStream] }))).toEqual([
      "infected",
      "Test.Eicar.UNOFFICIAL",
    ]);
    expect(await verdictOn(makePdf({ text: "x".repeat(1_500_000) }))).toEqual([
      "not-scanned",
      "over-limit",
    ]);
    const overStream = await givenFile(makePdf({ text: "x".repeat(5e6) }));
    // clamd hangs up in mid-stream: its last words may be lost with the pipe.
    await scanAttachment(db, store, scanner, { ...overStream, now }).catch(
      () => undefined,
    );
    expect((await overStream.state())[0]).toBe("not-scanned");
  },
);
