import { readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { cleanFileName } from "../files/file-names.ts";
import type { StagedFile } from "./attachments.ts";

/*
 * Files of a form that came back: they wait in the staging folder for the form to
 * be sent again, by nobody but who sent them. What is never sent again goes as
 * what a killed server left there goes, after a day.
 */

/** Whose files wait, and where. */
type Holder = { stagingFolder: string; staffId: string };

/** A file that waits: the form names it by its key. */
export type HeldFile = { key: string; name: string };

type WaitingFile = StagedFile & { key?: string };

const heldKey = /^[0-9a-f]{32}$/;
const factsSchema = z.object({
  staffId: z.string(),
  questionId: z.string(),
  originalName: z.string(),
  byteSize: z.number(),
  sha256: z.string(),
});

const bytesOf = (folder: string, key: string) =>
  path.join(folder, `held-${key}.part`);
const factsOf = (folder: string, key: string) =>
  path.join(folder, `held-${key}.json`);

/** Lets files wait; those that wait already go on waiting, under their keys. */
export async function holdFiles(
  files: readonly WaitingFile[],
  holder: Holder & { now: Date; randomBytes: (count: number) => Buffer },
): Promise<HeldFile[]> {
  const { stagingFolder, staffId, now, randomBytes } = holder;
  const held: HeldFile[] = [];
  for (const { key: former, stagingPath, ...facts } of files) {
    const key = former ?? randomBytes(16).toString("hex");
    const [bytes, told] = [
      bytesOf(stagingFolder, key),
      factsOf(stagingFolder, key),
    ];
    if (former === undefined) {
      const text = JSON.stringify({ ...facts, staffId });
      await writeFile(told, text, { mode: 0o600, flag: "wx" });
      await rename(stagingPath, bytes);
    }
    for (const file of [bytes, told]) await utimes(file, now, now);
    held.push({ key, name: cleanFileName(facts.originalName) });
  }
  return held;
}

/** The files that wait under these keys; what is somebody else's, or gone, is left out. */
export async function takeHeldFiles(
  keys: readonly string[],
  { stagingFolder, staffId }: Holder,
): Promise<(StagedFile & { key: string })[]> {
  const files: (StagedFile & { key: string })[] = [];
  for (const key of new Set(keys)) {
    if (!heldKey.test(key)) continue;
    const facts = await readFacts(factsOf(stagingFolder, key));
    if (facts?.staffId !== staffId) continue;
    const { staffId: _, ...file } = facts;
    files.push({ ...file, key, stagingPath: bytesOf(stagingFolder, key) });
  }
  return files;
}

async function readFacts(file: string) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : factsSchema.parse(JSON.parse(text));
}

/** Deletes files that wait no more: they were taken, or are not wanted. */
export async function dropHeldFiles(
  files: readonly WaitingFile[],
  { stagingFolder }: Pick<Holder, "stagingFolder">,
): Promise<void> {
  for (const { key } of files) {
    if (key === undefined) continue;
    await rm(bytesOf(stagingFolder, key), { force: true });
    await rm(factsOf(stagingFolder, key), { force: true });
  }
}
