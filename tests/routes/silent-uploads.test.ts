import { readdirSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { send } from "#tests/asking/http.ts";
import { boundary, file, writeBody } from "#tests/fixtures/multipart.ts";
import { startReceiver } from "#tests/given/receiver.ts";

/** A machine that others use is silent for a second itself. */
const silenceMilliseconds = 2_000;

/** Sends a file in parts, with so long between them. */
async function sendSlowly(parts: Buffer[], pauseMilliseconds: number) {
  const receiver = await startReceiver({ silenceMilliseconds });
  const body = new PassThrough();
  const answer = send(`http://localhost:${receiver.port}/`, {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body,
  });
  for (const part of parts) {
    body.write(part);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  return { receiver, body, answer };
}

const whole = writeBody([file(9_000)]);
const pieces = Array.from({ length: 20 }, (_, index) =>
  whole.subarray(index * 500, index === 19 ? undefined : (index + 1) * 500),
);

test("a body that keeps moving is read to its end, however long it takes", async () => {
  const { receiver, body, answer } = await sendSlowly(pieces, 120);
  body.end();
  expect((await answer).status).toBe(200);
  expect(receiver.lastReceived()?.stagedFiles).toHaveLength(1);
});

test("one of which nothing more comes is ended in words, and leaves nothing behind", async () => {
  const { receiver, answer } = await sendSlowly(pieces.slice(0, 3), 1);
  const { status, body } = await answer;
  expect(status).toBe(408);
  expect(body).toContain("Your files stopped on their way");
  await expect.poll(() => readdirSync(receiver.stagingFolder)).toEqual([]);
});
