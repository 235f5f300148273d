import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { StoredFile } from "#app/domain/attachments/stored-files.ts";
import { stageFile } from "#tests/given/files.ts";
import { givenBucketStore, givenRealStore } from "#tests/given/bucket.ts";
import {
  givenFolderStore,
  type GivenStore,
  keepBytesIn,
  listIds,
  readAll,
  readLent,
} from "#tests/given/stores.ts";

/*
 * What the product may ask of any store. It runs over each of them.
 */

type Kind = {
  name: string;
  isThere: boolean;
  given: () => Promise<GivenStore>;
};

const kinds: Kind[] = [
  { name: "a folder", isThere: true, given: givenFolderStore },
  { name: "a strict bucket", isThere: true, given: givenBucketStore },
  {
    name: "a real bucket (needs HEARD_TEST_S3)",
    isThere: givenRealStore !== undefined,
    given: givenRealStore ?? givenFolderStore,
  },
];

/** More than one piece of a stream, and of no round number. */
const bytes = randomBytes(300_007);
const nobody: StoredFile = {
  publicId: randomUUID(),
  byteSize: 5,
  sha256: "0".repeat(64),
};
const because = (reason: string) =>
  expect.objectContaining({ name: "AttachmentStoreError", reason }) as Error;

describe.each(kinds)("$name", ({ isThere, given }) => {
  const rule = test.skipIf(!isThere);

  rule(
    "gives back every byte that it keeps, and takes the staged file",
    async () => {
      const { store } = await given();
      const staged = stageFile(store.stagingFolder, { name: "a.pdf", bytes });
      const { publicId } = await store.keep(staged);
      expect(existsSync(staged.stagingPath)).toBe(false);
      const file = { ...staged, publicId };
      expect((await readAll(await store.open(file))).equals(bytes)).toBe(true);
      expect((await readLent(store, file)).equals(bytes)).toBe(true);
      expect(readdirSync(store.stagingFolder)).toEqual([]);
      await store.remove(publicId);
    },
  );

  rule("gives the part that is asked for, both ends included", async () => {
    const { store } = await given();
    const file = await keepBytesIn(store, bytes);
    for (const [start, end] of [
      [0, 0],
      [10, 200_000],
      [300_006, 300_006],
    ] as const) {
      const part = await readAll(await store.open(file, { start, end }));
      expect(part.equals(bytes.subarray(start, end + 1))).toBe(true);
    }
    await store.remove(file.publicId);
  });

  rule(
    "finds and lists what it keeps, and nothing that was removed, twice too",
    async () => {
      const { store } = await given();
      const files = [
        await keepBytesIn(store, Buffer.from("one")),
        await keepBytesIn(store, Buffer.from("second")),
      ];
      const ids = files.map(({ publicId }) => publicId);
      expect(await listIds(store)).toEqual(expect.arrayContaining(ids));
      const found = await store.find(ids[1] ?? "");
      expect(found).toMatchObject({ publicId: ids[1], byteSize: 6 });
      const age = Date.now() - (found?.storedAt.getTime() ?? 0);
      expect(Math.abs(age)).toBeLessThan(60_000);
      await store.remove(ids[1] ?? "");
      await store.remove(ids[1] ?? "");
      expect(await store.find(ids[1] ?? "")).toBeUndefined();
      expect(await listIds(store)).toContain(ids[0]);
      expect(await listIds(store)).not.toContain(ids[1]);
      await store.remove(ids[0] ?? "");
    },
  );

  rule("says before the first byte that a file is missing", async () => {
    const { store } = await given();
    const range = { start: 0, end: 0 };
    await expect(store.open(nobody)).rejects.toEqual(because("missing"));
    await expect(store.open(nobody, range)).rejects.toEqual(because("missing"));
    await expect(readLent(store, nobody)).rejects.toEqual(because("missing"));
    await store.remove(nobody.publicId);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
  });

  rule(
    "says before the first byte that a file has another length",
    async () => {
      const { store, replace } = await given();
      const file = await keepBytesIn(store, bytes);
      const range = { start: 0, end: 0 };
      for (const others of [bytes.subarray(1), Buffer.concat([bytes, bytes])]) {
        await replace(file.publicId, others);
        await expect(store.open(file)).rejects.toEqual(because("damaged"));
        await expect(store.open(file, range)).rejects.toEqual(
          because("damaged"),
        );
        await expect(readLent(store, file)).rejects.toEqual(because("damaged"));
      }
      await store.remove(file.publicId);
    },
  );

  rule("lends no other bytes, and gives nobody the whole of them", async () => {
    const { store, replace } = await given();
    const file = await keepBytesIn(store, bytes);
    const others = Buffer.from(bytes);
    others[299_000] = 255 - (others[299_000] ?? 0);
    await replace(file.publicId, others);
    await expect(readLent(store, file)).rejects.toEqual(because("damaged"));
    let got = 0;
    const reading = (async () => {
      for await (const chunk of await store.open(file)) got += chunk.length;
    })();
    await expect(reading).rejects.toEqual(because("damaged"));
    expect(got).toBeLessThan(bytes.length);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
    await store.remove(file.publicId);
  });

  rule(
    "says of a small file with other bytes before any of them is given",
    async () => {
      const { store, replace } = await given();
      const file = await keepBytesIn(store, Buffer.from("as it was"));
      await replace(file.publicId, Buffer.from("as it is!"));
      await expect(store.open(file)).rejects.toEqual(because("damaged"));
      await store.remove(file.publicId);
    },
  );

  rule("lets a file go that nobody reads to its end", async () => {
    const { store } = await given();
    const file = await keepBytesIn(store, bytes);
    for (let times = 0; times < 20; times += 1) {
      const opened = await store.open(file);
      opened.destroy();
      await new Promise((resolve) => opened.once("close", resolve));
    }
    await store.remove(file.publicId);
  });

  rule("knows no name but those that it gives out", async () => {
    const { store } = await given();
    for (const publicId of ["../staging", "staging", "", "0".repeat(36)]) {
      const file = { ...nobody, publicId };
      await expect(store.open(file)).rejects.toEqual(because("missing"));
    }
    expect(await listIds(store)).not.toContain("staging");
  });

  rule("has nothing against itself", async () => {
    const { store } = await given();
    expect(await store.check()).toEqual([]);
  });
});
