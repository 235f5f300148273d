import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { Db } from "#app/db/schema.ts";
import type { Project } from "#app/domain/tagging/project/project.ts";
import {
  askToLand,
  askToTakeBack,
  findProject,
  keepProject,
  selectProjectLines,
} from "#app/domain/tagging/project/project-files.server.ts";
import { readProject } from "#app/domain/tagging/project/read-project.server.ts";
import { workOnProject } from "#app/domain/tagging/project/work-on-project.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import { givenExport, unpackBytes } from "./exported.ts";
import { now } from "./coded.ts";

/** The project that Heard gives out, taken apart. */
export async function givenProjectParts(db: Db, actor: Tagger) {
  const { members } = await givenExport(db, {
    ...{ actor, format: "qdpx", kind: "analysis", now },
  });
  const bytes = members.get("project.qdpx") ?? Buffer.alloc(0);
  return { bytes, parts: await unpackBytes(bytes) };
}

export async function zipOf(
  parts: Iterable<readonly [string, Buffer | string]>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts)
    zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

export const qdeOf = (within: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Project name="P" xmlns="urn:QDA-XML:project:1.0">${within}</Project>`;

/** A code's guid, by a digit. */
export const guid = (digit: number) =>
  `00000000-0000-4000-8000-00000000000${digit}`;

export const codeOf = (digit: number, name: string, within = "") =>
  `<Code guid="${guid(digit)}" name="${name}" isCodable="true">${within}</Code>`;

/** A stretch that somebody coded, in code points. */
export const stretch = (start: number, end: number, digit: number) =>
  `<PlainTextSelection guid="${guid(9)}" startPosition="${start}" endPosition="${end}"><Coding guid="${guid(8)}" creatingUser="${guid(7)}"><CodeRef targetGUID="${guid(digit)}"/></Coding></PlainTextSelection>`;

export const usersOf = (name: string) =>
  `<Users><User guid="{${guid(7).toUpperCase()}}" name="${name}"/></Users>`;

export async function readWhole(bytes: Buffer): Promise<Project> {
  const read = await readProject(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.project;
}

/** Checks a project and keeps it. */
export async function givenKept(db: Db, actor: Tagger, bytes: Buffer) {
  const project = await readWhole(bytes);
  return keepProject(db, {
    ...{ project, name: "Coded.qdpx", sha256: "a", actor, now },
    mark: "[redacted: ",
  });
}

const work = (db: Db, projectFileId: number) =>
  workOnProject(db, {
    ...{ projectFileId, now: () => now, randomBytes },
    pause: async () => undefined,
  });

async function seenVersion(db: Db, projectFileId: number) {
  return (await findProject(db, projectFileId))?.rowVersion ?? 0;
}

export async function land(db: Db, actor: Tagger, projectFileId: number) {
  const asking = { projectFileId, actor, now };
  const seen = { seenVersion: await seenVersion(db, projectFileId) };
  const asked = await askToLand(db, { ...asking, ...seen });
  if (!asked.ok) throw new Error(asked.reason);
  await work(db, projectFileId);
  return findProject(db, projectFileId);
}

export async function takeBack(db: Db, actor: Tagger, projectFileId: number) {
  const asking = { projectFileId, actor, now };
  const seen = { seenVersion: await seenVersion(db, projectFileId) };
  const asked = await askToTakeBack(db, { ...asking, ...seen });
  if (!asked.ok) throw new Error(asked.reason);
  await work(db, projectFileId);
  return findProject(db, projectFileId);
}

export const linesOf = (db: Db, viewer: Tagger, projectFileId: number) =>
  selectProjectLines(db, { projectFileId, viewer, now }, 10);

/** One with a new code. */
export async function givenProject(db: Db, actor: Tagger): Promise<number> {
  const codes = `<CodeBook><Codes>${codeOf(1, "A code")}</Codes></CodeBook>`;
  const bytes = await zipOf([["project.qde", qdeOf(codes)]]);
  return givenKept(db, actor, bytes);
}
