import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { sweepStagingFolder } from "#app/domain/attachments/staging-folder.server.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { type Receiver, startReceiver } from "#tests/given/receiver.ts";

let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
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
    const { form } = await receiver.post(body);
    expect(form?.refusedParts.map((part) => part.reason)).toContain(reason);
    expect(form?.stagedFiles).toEqual([]);
    expect(await receiver.leftInStaging()).toEqual([]);
  });

  test("a body without a boundary", async () => {
    const { form } = await receiver.post(Buffer.from("x".repeat(100_000)), {
      type: "multipart/form-data",
    });
    expect(form?.refusedParts).toMatchObject([{ reason: "unreadable" }]);
  });

  test("files that came before the fault are told as not received", async () => {
    const { form } = await receiver.post(
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
      const socket = net.connect(receiver.port, "127.0.0.1");
      socket.on("error", () => {});
      await new Promise((resolve) => socket.once("connect", resolve));
      socket.write(head);
      socket.write(body.subarray(0, cut));
      await new Promise((resolve) => setTimeout(resolve, 3));
      socket.destroy();
    }
    await expect.poll(() => receiver.leftInStaging()).toEqual([]);
    const { form } = await receiver.post(writeBody([text("a", "1")]));
    expect(form?.fields.get("a")).toBe("1");
  });
});

test("40 MB come in without memory growing by as much", async () => {
  const body = writeBody(
    Array.from({ length: 40 }, (_, n) => file(1_000_000, `${n}.pdf`)),
  );
  await receiver.post(writeBody([file(1_000)]));
  const bytesAtStart = process.memoryUsage().heapUsed;
  await receiver.post(body);
  expect(process.memoryUsage().heapUsed - bytesAtStart).toBeLessThan(
    20_000_000,
  );
});

test("start-up sweeps what a killed process left, and nothing younger", async () => {
  const old = path.join(receiver.stagingFolder, "old.part");
  const young = path.join(receiver.stagingFolder, "young.part");
  writeFileSync(old, "");
  writeFileSync(young, "");
  const now = new Date();
  const twoHoursAgo = new Date(now.getTime() - 2 * 3_600_000);
  utimesSync(old, twoHoursAgo, twoHoursAgo);
  expect(
    await sweepStagingFolder(receiver.stagingFolder, {
      olderThanMilliseconds: 3_600_000,
      now,
    }),
  ).toBe(1);
  expect(readdirSync(receiver.stagingFolder)).toEqual(["young.part"]);
});
