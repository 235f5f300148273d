import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { Silence } from "#app/domain/attachments/bucket-answer.server.ts";
import { givenBucketStore, shortPatience } from "#tests/given/bucket.ts";
import { stageFile } from "#tests/given/files.ts";
import {
  keepBytesIn,
  listIds,
  readAll,
  readLent,
} from "#tests/given/stores.ts";
import type { Trouble } from "#tests/setup/bucket-double.ts";
import { collectGarbage } from "#tests/setup/growth.ts";

type Given = Awaited<ReturnType<typeof givenBucketStore>>;
let given: Given;
const bytes = randomBytes(300_007);

beforeEach(async () => {
  given = await givenBucketStore();
  given.bucket.asked.length = 0;
  given.told.length = 0;
});

const because = (reason: string, code?: string) =>
  expect.objectContaining({
    name: "AttachmentStoreError",
    reason,
    ...(code && { code }),
  }) as Error;

function puts() {
  return given.bucket.asked.filter((line) => line.startsWith("PUT"));
}

describe("a file is kept all the same, once, where a bucket", () => {
  test.each<[string, Trouble]>([
    ["answers 500", { to: "PUT", does: "answer" }],
    ["answers 503 twice", { to: "PUT", does: "answer", status: 503, times: 2 }],
    ["says to ask less often", { to: "PUT", does: "answer", status: 429 }],
    ["got other bytes", broken("XAmzContentSHA256Mismatch")],
    ["breaks off while it takes them", { to: "PUT", does: "cut" }],
    ["takes them and says nothing", { to: "PUT", does: "silent" }],
    ["takes them, and its answer is lost", { to: "PUT", does: "deaf" }],
    ["does not say what it has", { to: "HEAD", does: "answer" }],
  ])("%s", async (_what, trouble) => {
    const { store, bucket } = given;
    bucket.troubles.push(trouble);
    const file = await keepBytesIn(store, bytes);
    expect((await readAll(await store.open(file))).equals(bytes)).toBe(true);
    expect(await listIds(store)).toHaveLength(2);
    expect(puts().length).toBeGreaterThan(1);
    expect(new Set(puts()).size).toBe(1);
    expect(given.told).not.toEqual([]);
  });
});

function broken(code: string): Trouble {
  return { to: "PUT", does: "answer", status: 400, code };
}

describe("a file is not kept, and stays staged for its request to end, where a bucket", () => {
  test.each<[string, Trouble, string, number]>([
    ["never answers", { does: "silent", times: 9 }, "too-slow", 2],
    ["always answers 500", { does: "answer", times: 9 }, "InternalError", 3],
    ["never takes the whole", { to: "PUT", does: "cut", times: 9 }, "", 3],
    ["refuses", refused("AccessDenied"), "AccessDenied", 1],
    ["is gone", refused("NoSuchBucket", 404), "NoSuchBucket", 1],
    ["has moved", refused("PermanentRedirect", 301), "PermanentRedirect", 1],
  ])("%s", async (_what, trouble, code, times) => {
    const { store, bucket } = given;
    bucket.troubles.push(trouble);
    const staged = stageFile(store.stagingFolder, { name: "a", bytes });
    const reason = times === 1 ? "refused" : "unreachable";
    await expect(store.keep(staged)).rejects.toEqual(because(reason, code));
    expect(existsSync(staged.stagingPath)).toBe(true);
    expect(puts()).toHaveLength(times);
    expect(bucket.objects.size).toBe(1);
    expect(given.told).toHaveLength(times);
  });
});

function refused(code: string, status = 403): Trouble {
  return { does: "answer", status, code, times: 9 };
}

test("a bucket that has less than it was given is not believed, and gives that up", async () => {
  const { store, bucket } = given;
  bucket.troubles.push({ to: "HEAD", does: "short", times: 3 });
  const staged = stageFile(store.stagingFolder, { name: "a", bytes });
  await expect(store.keep(staged)).rejects.toEqual(
    because("unreachable", "kept-otherwise"),
  );
  expect(await listIds(store)).toHaveLength(1);
});

test("files that were kept leave nothing to wait for: a command would not end", async () => {
  const silenceMilliseconds = 600_000;
  const { store } = await givenBucketStore({
    ...shortPatience,
    silenceMilliseconds,
  });
  const waits = () =>
    process.getActiveResourcesInfo().filter((name) => name === "Timeout");
  const { length } = waits();
  const files = Array.from({ length: 16 }, () => randomBytes(200_000));
  await Promise.all(files.map((file) => keepBytesIn(store, file)));
  // One that is heard of when nothing is waited for begins no wait.
  const silence = new Silence(silenceMilliseconds);
  silence.listen();
  silence.rest();
  silence.hear();
  await sleep(100);
  expect(waits().length).toBeLessThanOrEqual(length);
});

test("a bucket that does not know of conditions takes a file without one", async () => {
  const { store, bucket } = given;
  const code = "NotImplemented";
  bucket.troubles.push({ to: "PUT", does: "answer", status: 501, code });
  const file = await keepBytesIn(store, bytes);
  expect((await readAll(await store.open(file))).equals(bytes)).toBe(true);
});

describe("a file is read all the same where a bucket once", () => {
  test.each<[string, Trouble]>([
    ["answers 500", { to: "GET", does: "answer" }],
    ["says nothing", { to: "GET", does: "silent" }],
    ["gives other bytes", { to: "GET", does: "other-bytes" }],
    ["gives less", { to: "GET", does: "short" }],
    ["breaks off half way", { to: "GET", does: "cut" }],
    ["stops half way", { to: "GET", does: "stalls" }],
  ])("%s", async (_what, trouble) => {
    const { store, bucket } = given;
    const file = await keepBytesIn(store, bytes);
    bucket.troubles.push({ ...trouble });
    expect((await readLent(store, file)).equals(bytes)).toBe(true);
    const small = await keepBytesIn(store, Buffer.from("a few words"));
    bucket.troubles.push({ ...trouble });
    const read = await readAll(await store.open(small));
    expect(read.toString()).toBe("a few words");
  });
});

describe("a download that has begun is never whole where a bucket", () => {
  test.each<[string, Trouble, string]>([
    ["gives other bytes", { to: "GET", does: "other-bytes" }, "damaged"],
    ["breaks off half way", { to: "GET", does: "cut" }, "unreachable"],
    ["stops half way", { to: "GET", does: "stalls" }, "unreachable"],
  ])("%s", async (_what, trouble, reason) => {
    const { store, bucket } = given;
    const file = await keepBytesIn(store, bytes);
    bucket.troubles.push(trouble);
    let got = 0;
    const reading = (async () => {
      for await (const chunk of await store.open(file)) got += chunk.length;
    })();
    await expect(reading).rejects.toEqual(because(reason));
    expect(got).toBeLessThan(bytes.length);
  });
});

test("a download that stops half way ends, also where the request was collected as garbage meanwhile", async () => {
  const { store, bucket } = given;
  const file = await keepBytesIn(store, bytes);
  bucket.troubles.push({ to: "GET", does: "stalls" });
  const collecting = setInterval(collectGarbage, 20);
  onTestFinished(() => clearInterval(collecting));
  const reading = readAll(await store.open(file));
  await expect(reading).rejects.toEqual(because("unreachable"));
});

test("a reader who takes their time is not a bucket that says nothing", async () => {
  const { store } = given;
  const large = randomBytes(4_000_000);
  const file = await keepBytesIn(store, large);
  const read: Buffer[] = [];
  for await (const chunk of await store.open(file)) {
    if (read.length === 1)
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    read.push(chunk as Buffer);
  }
  expect(Buffer.concat(read).equals(large)).toBe(true);
});

test("what reads a file as one leaves nothing behind, whatever comes between", async () => {
  const { store, bucket } = given;
  const file = await keepBytesIn(store, bytes);
  bucket.troubles.push({ to: "GET", does: "cut", times: 9 });
  await expect(readLent(store, file)).rejects.toEqual(because("unreachable"));
  bucket.troubles.length = 0;
  const failing = store.withFile(file, () => Promise.reject(new Error("ours")));
  await expect(failing).rejects.toThrow("ours");
  expect(readdirSync(store.stagingFolder)).toEqual([]);
});

test("a list is no list where one of its pages is none", async () => {
  const { store, bucket } = given;
  for (let count = 0; count < 5; count += 1)
    await keepBytesIn(store, Buffer.from(`file ${count}`));
  bucket.objects.set("attachments/notes.txt", {
    ...{ bytes, at: new Date(), sha256: undefined },
  });
  bucket.objects.set(
    "backup/of-another",
    bucket.objects.values().next().value!,
  );
  bucket.troubles.push({ to: "GET", does: "answer" });
  expect(await listIds(store)).toHaveLength(6);
  bucket.troubles.push({ to: "GET", does: "answer", times: 9 });
  await expect(listIds(store)).rejects.toEqual(because("unreachable"));
});

test("no trouble is told with the secret in it, nor with the key", async () => {
  const { store, bucket, settings, told, stop } = given;
  const file = await keepBytesIn(store, bytes);
  const errors: unknown[] = [];
  const note = (error: unknown) => void errors.push(error);
  for (const does of ["answer", "silent", "cut"] as const) {
    bucket.troubles.push({ does, times: 3 });
    await readLent(store, file).catch(note);
  }
  stop();
  await store.remove(file.publicId).catch(note);
  await keepBytesIn(store, bytes).catch(note);
  expect(errors).toHaveLength(5);
  const all = JSON.stringify([
    told,
    errors.map((error) => [
      { ...(error as Error) },
      String(error),
      (error as Error).stack,
      (error as Error).cause,
    ]),
  ]);
  expect(all).not.toContain(settings.secretKey);
  expect(all).not.toContain(settings.accessKey);
  expect(all).not.toContain("Signature");
});
