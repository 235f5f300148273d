import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { givenBucketStore, shortPatience } from "#tests/given/bucket.ts";
import { keepBytesIn, readLent } from "#tests/given/stores.ts";

const bytes = randomBytes(3_001);
const unreachable = expect.objectContaining({
  name: "AttachmentStoreError",
  reason: "unreachable",
}) as Error;

/** A bucket that has just been silent to somebody for as long as a person is made to wait. */
async function givenSilentBucket(restMilliseconds: number) {
  const patience = { ...shortPatience, silenceMilliseconds: 300 };
  const given = await givenBucketStore({ ...patience, restMilliseconds });
  const { bucket, store } = given;
  const file = await keepBytesIn(store, bytes);
  bucket.asked.length = 0;
  bucket.troubles.push({ does: "silent", times: 1_000 });
  await expect(keepBytesIn(store, bytes)).rejects.toEqual(unreachable);
  expect(bucket.asked).toHaveLength(2);
  return { ...given, file };
}

test("nobody waits for a bucket that has been silent twice: it is not even asked", async () => {
  const { bucket, store, told, file } = await givenSilentBucket(600_000);
  for (const asking of [
    keepBytesIn(store, bytes),
    store.open(file),
    store.remove(file.publicId),
    store.find(file.publicId),
  ])
    await expect(asking).rejects.toEqual(unreachable);
  expect(bucket.asked).toHaveLength(2);
  expect(told.map(({ code }) => code)).toEqual(["too-slow", "too-slow"]);
});

test("after a rest one tries, the others are told at once; and all are served when it is back", async () => {
  const { bucket, store } = await givenSilentBucket(50);
  await pause(60);
  const three = () => [1, 2, 3].map(() => keepBytesIn(store, bytes));
  for (const { status } of await Promise.allSettled(three()))
    expect(status).toBe("rejected");
  expect(bucket.asked).toHaveLength(3);
  bucket.troubles.length = 0;
  await pause(60);
  await keepBytesIn(store, bytes);
  expect(await Promise.all(three())).toHaveLength(3);
});

test("work that nobody waits for is put off until it is back", async () => {
  const { bucket, store, file } = await givenSilentBucket(100);
  bucket.troubles.length = 0;
  expect((await readLent(store, file)).equals(bytes)).toBe(true);
});

test("errors that come at once are no reason to leave it alone", async () => {
  const { bucket, store } = await givenBucketStore({
    ...shortPatience,
    restMilliseconds: 600_000,
  });
  for (let count = 0; count < 3; count += 1) {
    bucket.troubles.push({ to: "PUT", does: "answer", times: 3 });
    await expect(keepBytesIn(store, bytes)).rejects.toEqual(unreachable);
  }
  expect(await keepBytesIn(store, bytes)).toMatchObject({ byteSize: 3_001 });
});
