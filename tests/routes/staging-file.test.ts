import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { StagingFile } from "#app/http/gate/staging-file.server.ts";
import { makeTestFolder } from "#tests/given/database.ts";

async function openFile(folder: string) {
  const file = new StagingFile(path.join(folder, randomUUID()), () => {});
  expect(await file.open()).toBeUndefined();
  return file;
}

/** Writes files beside each other, a piece of each in turn, and tells which are not what was sent. */
async function writeAtOnce(folder: string, sizes: number[]) {
  const sent = sizes.map((size) => randomBytes(size));
  const files = await Promise.all(sizes.map(() => openFile(folder)));
  const pieceBytes = 50_000;
  for (let from = 0; from < Math.max(...sizes); from += pieceBytes)
    await Promise.all(
      files.map((file, index) =>
        file.write(sent[index]!.subarray(from, from + pieceBytes)),
      ),
    );
  await Promise.all(files.map((file) => file.finish()));
  return files.filter(
    (file, index) => !readFileSync(file.path).equals(sent[index]!),
  );
}

test("a file that is given up leaves those whole that come after it", async () => {
  const folder = makeTestFolder();
  const earlier = await openFile(folder);
  await earlier.write(randomBytes(300_000));
  await earlier.finish();
  await earlier.remove();
  expect(await writeAtOnce(folder, [300_000, 300_000, 10])).toEqual([]);
});

test("files that come at once are each whole, and so are those that come after them", async () => {
  const folder = makeTestFolder();
  const sizes = Array.from({ length: 30 }, (_, index) => index * 12_000);
  expect(await writeAtOnce(folder, sizes)).toEqual([]);
  expect(await writeAtOnce(folder, [...sizes, ...sizes])).toEqual([]);
});
