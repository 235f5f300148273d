import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { makeCopy } from "#app/domain/files/copy/make-copy.server.ts";
import type { CopyTask } from "#app/domain/files/copy/copying.ts";
import { readArchive } from "#app/domain/files/formats/archive.server.ts";
import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { secrets } from "#tests/fixtures/secrets.ts";
import { makeTestFolder } from "#tests/given/database.ts";

/** Makes the copy of a document; empty where there is none. */
export async function copyDocument(typeId: CopyTask["typeId"], bytes: Buffer) {
  const folder = makeTestFolder();
  const [source, target] = [randomUUID(), randomUUID()].map((name) =>
    path.join(folder, name),
  ) as [string, string];
  writeFileSync(source, bytes);
  const task = { typeId, source, target, workFolder: folder, qpdf: "" };
  const outcome = await makeCopy(task);
  expect(existsSync(target)).toBe(outcome.state === "made");
  const copy = existsSync(target) ? readFileSync(target) : Buffer.alloc(0);
  return { outcome, copy };
}

/** All that is in an archive, unpacked, by name. */
export async function unpackParts(bytes: Buffer): Promise<Map<string, string>> {
  const outcome = await readArchive(bytesInMemory(bytes), () => true);
  if (!outcome.ok) throw new Error(outcome.reason);
  return new Map(
    [...outcome.archive.parts].map(([name, part]) => [
      name,
      part.toString("latin1"),
    ]),
  );
}

/** Which of the planted words are in an archive, packed or not, its names included. */
export async function secretsIn(bytes: Buffer): Promise<string[]> {
  const all = [...(await unpackParts(bytes))].flat().join("\n");
  const raw = bytes.toString("latin1");
  return secrets.filter((one) => all.includes(one) || raw.includes(one));
}
