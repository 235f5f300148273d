import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { moveFiles } from "#app/domain/keeping/move-files.server.ts";
import {
  backUp,
  emptyPlaces,
  givenPortal,
  restore,
} from "#tests/given/backups.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { listIds } from "#tests/given/stores.ts";

const nobody = () => undefined;

async function givenEmptyBucket() {
  const { store } = await givenBucketStore();
  for (const id of await listIds(store)) await store.remove(id);
  return store;
}

/** Something takes the database's place while all is unpacked, so that its rows cannot come. */
async function failAtTheRows(
  from: string,
  bucket: Awaited<ReturnType<typeof givenEmptyBucket>>,
) {
  const places = emptyPlaces();
  const { databaseFile, uploadsFolder } = places;
  const to = { database: { file: databaseFile }, uploadsFolder, bucket };
  const failed = restore(from, {
    ...places,
    ...{ to },
    tell: () => void mkdirSync(databaseFile, { recursive: true }),
  });
  await expect(failed).rejects.toMatchObject({
    problem: { reason: "in-the-way", path: databaseFile },
  });
}

test("a restore that fails at the rows takes away the files that it put into the bucket, and no other", async () => {
  const portal = await givenPortal();
  const { to } = await backUp(portal);
  const empty = await givenEmptyBucket();
  await failAtTheRows(to, empty);
  expect(await listIds(empty)).toEqual([]);
  // The bucket of a portal whose database was lost: they may be the only ones.
  const living = await givenEmptyBucket();
  await moveFiles(
    portal.db,
    { from: portal.store, to: living },
    { tell: nobody },
  );
  const [, second = ""] = portal.ids;
  await living.remove(second);
  const before = await listIds(living);
  expect(before).toHaveLength(1);
  await failAtTheRows(to, living);
  expect(await listIds(living)).toEqual(before);
});
