import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import net from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { type Receiver, startReceiver } from "#tests/given/receiver.ts";

const maxFileBytes = 200_000;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver({ maxFileBytes });
});

describe("a body that is in order", () => {
  test.each(["/respond/a/b", "/respond/a/b.data"])(
    "is read on %s",
    async (pathname) => {
      const bytes = Buffer.from("the bytes\0of a file\r\n--not a boundary");
      const { form, stagedBytes, stagedModes } = await receiver.post(
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
    const { form } = await receiver.post(
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
    const { form } = await receiver.post(
      writeBody([file(0, ""), file(0, "empty.pdf")]),
    );
    expect(form?.refusedParts).toEqual([]);
    expect(form?.stagedFiles).toMatchObject([
      { originalName: "empty.pdf", byteSize: 0 },
    ]);
  });

  test.each([999_999, 1_000_000, 1_000_001, 2_700_000])(
    "a file of %i bytes is on disk to the last of them when the route runs, beside the one before it",
    async (byteSize) => {
      const large = await startReceiver({ maxFileBytes: 3_000_000 });
      const earlier = randomBytes(70_000);
      const bytes = randomBytes(byteSize);
      const { form, stagedBytes } = await large.post(
        writeBody([
          { name: "files", filename: "earlier.pdf", bytes: earlier },
          { name: "files", filename: "large.pdf", bytes },
        ]),
      );
      expect(stagedBytes.map((staged) => staged.length)).toEqual([
        earlier.length,
        byteSize,
      ]);
      expect(stagedBytes[0]?.equals(earlier)).toBe(true);
      expect(stagedBytes[1]?.equals(bytes)).toBe(true);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(form?.stagedFiles[1]).toMatchObject({ byteSize, sha256 });
    },
  );

  test("files stand in the order in which they were chosen, not in which the disk took them", async () => {
    const large = await startReceiver({ maxFileBytes: 3_000_000 });
    const files = [2_700_000, 40, 1_200_000, 30, 20, 10].map((size) => ({
      name: "files",
      filename: `${size}.pdf`,
      bytes: randomBytes(size),
    }));
    const { form } = await large.post(writeBody(files));
    expect(form?.stagedFiles.map((file) => file.originalName)).toEqual(
      files.map(({ filename }) => filename),
    );
  });

  test("a file nobody took is gone after the answer", async () => {
    await receiver.post(writeBody([file(1_000)]));
    expect(await receiver.leftInStaging()).toEqual([]);
  });

  test("a urlencoded form is left to Remix", async () => {
    const { form } = await receiver.post(Buffer.from("a=1"), {
      type: "application/x-www-form-urlencoded",
    });
    expect(form).toBeUndefined();
  });
});

describe("nothing typed is lost, and the good files stay,", () => {
  test("where a file is too big, whatever stands before and after it", async () => {
    const { form } = await receiver.post(
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
    const { form } = await receiver.post(writeBody([file(maxFileBytes + 1)]));
    expect(form?.refusedParts).toMatchObject([{ reason: "too-big" }]);
    expect(form?.stagedFiles).toEqual([]);
  });

  test("where the network pauses after a file that is too big", async () => {
    const upToFile = writeBody([
      file(1_000, "good.pdf"),
      file(maxFileBytes * 2),
    ]);
    const body = writeBody([
      file(1_000, "good.pdf"),
      file(maxFileBytes * 2),
      text("answer", "typed"),
      text("intent", "continue"),
    ]);
    const pause = upToFile.length + 60;
    const socket = net.connect(receiver.port, "127.0.0.1");
    socket.write(
      `POST /respond/a/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, pause));
    await new Promise((resolve) => setTimeout(resolve, 100));
    // Not `end`: Node takes back a request whose sender has closed their half, as no browser does.
    socket.resume().write(body.subarray(pause));
    await new Promise((resolve) => socket.once("close", resolve));
    const form = receiver.lastReceived();
    expect([...(form?.fields ?? [])]).toEqual([
      ["answer", "typed"],
      ["intent", "continue"],
    ]);
    expect(form?.stagedFiles).toMatchObject([{ originalName: "good.pdf" }]);
  });

  test("where 60 files are chosen", async () => {
    const { form } = await receiver.post(
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
    // A folder that is gone stands for a disk that is full: the tests may run as root.
    rmSync(receiver.stagingFolder, { recursive: true });
    const { form } = await receiver.post(
      writeBody([file(10), text("after", "kept")]),
    );
    expect(form?.fields.get("after")).toBe("kept");
    expect(form?.refusedParts).toMatchObject([
      { reason: "unreadable", questionId: "files" },
    ]);
    expect(receiver.storageErrors).toHaveLength(1);
  });

  test("where a text of 1 MB is pasted", async () => {
    const pasted = "é".repeat(500_000);
    const { form } = await receiver.post(
      writeBody([text("answer", pasted), text("after", "kept")]),
    );
    expect(form?.fields.get("answer")).toBe(pasted);
    expect(form?.refusedParts).toEqual([]);
  });

  test("where a text of 3 MB is pasted, and that is said", async () => {
    const pasted = "x".repeat(3_000_000);
    const { form } = await receiver.post(
      writeBody([text("answer", pasted), text("after", "kept")]),
    );
    expect(form?.fields.get("answer")).toBe(pasted);
    expect(form?.fields.get("after")).toBe("kept");
    expect(form?.refusedParts).toEqual([
      { questionId: "answer", reason: "text-too-long" },
    ]);
  });
});
