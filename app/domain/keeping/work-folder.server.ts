import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "#app/db/cannot-save.ts";
import { KeepingError } from "./keeping-errors.ts";

const ownerName = "process";

/**
 * Lends a folder that nobody else reads, gone afterwards. There is one at a
 * time: what a process left that was killed is cleared away first, because it
 * is a copy of the database that nobody locked.
 */
export async function withWorkFolder<Result>(
  folder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await claim(folder);
  try {
    await writeFile(path.join(folder, ownerName), String(process.pid));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function claim(folder: string): Promise<void> {
  try {
    return await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  if (await isOwnerAlive(folder))
    throw new KeepingError({ reason: "running", path: folder });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
}

/** One that cannot be read was made a moment ago, or by somebody else: nobody's word that it is over. */
async function isOwnerAlive(folder: string): Promise<boolean> {
  const owner = await readFile(path.join(folder, ownerName), "utf8").catch(
    () => "",
  );
  if (!/^\d+$/.test(owner)) return true;
  try {
    process.kill(Number(owner), 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}
