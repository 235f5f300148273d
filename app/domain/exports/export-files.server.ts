import { type FileHandle, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { codeOf } from "#app/db/cannot-save.ts";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findCall } from "../calls/calls.server.ts";
import {
  failSilent,
  selectExpired,
  selectExport,
  selectFileNames,
  updateToGone,
} from "./exports.queries.server.ts";
import { selectTakenBackSince } from "./taken-back.queries.server.ts";

/** Where exports stand: beside the folder in which files are received. No address leads into it. */
export function exportsFolderBeside(stagingFolder: string): string {
  return path.join(path.dirname(stagingFolder), "exports");
}

type Fetching = {
  exportId: number;
  folder: string;
  actor: Pick<StaffMember, "staffId" | "role">;
  now: Date;
};

export type FetchOutcome =
  | { ok: true; name: string; byteSize: number; stream: Readable }
  | { ok: false; reason: "not-found" | "not-made" | "taken-back" | "lost" };

/**
 * Hands out the file of an export, and writes down to whom. One that may hold what
 * was taken back, flagged, changed or redacted since is deleted instead.
 */
export async function fetchExport(
  db: Db,
  { exportId, folder, actor, now }: Fetching,
): Promise<FetchOutcome> {
  const row = await selectExport(db, exportId);
  if (!row) return { ok: false, reason: "not-found" };
  const { state, file_name: fileName, byte_size: byteSize } = row;
  const at = now.toISOString();
  const isOver = row.expires_at !== null && row.expires_at <= at;
  if (state !== "done" || !fileName || byteSize === null || isOver)
    return { ok: false, reason: "not-made" };
  const file = path.join(folder, fileName);
  const since = { callId: row.call_id, eventId: row.since_event ?? 0 };
  if (await selectTakenBackSince(db, { viewer: actor, ...since })) {
    await rm(file, { force: true });
    await updateToGone(db, { exportId, at });
    return { ok: false, reason: "taken-back" };
  }
  // Opened before anything is promised: what is deleted meanwhile can be read to its end.
  const opened = await openWhole(file, byteSize);
  if (!opened) return { ok: false, reason: "lost" };
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      subject: { kind: "call", id: row.call_id },
      type: "export.fetched",
      details: { exportId },
    }),
  );
  const { slug } = await findCall(db, row.call_id);
  const day = (row.finished_at ?? at).slice(0, 10);
  const name = `heard-${slug}-${row.format}-${day}.zip`;
  return { ok: true, name, byteSize, stream: opened.createReadStream() };
}

/** Undefined where it is not there, or has another length. */
async function openWhole(
  file: string,
  byteSize: number,
): Promise<FileHandle | undefined> {
  const opened = await open(file).catch(() => undefined);
  if (!opened) return undefined;
  if ((await opened.stat()).size === byteSize) return opened;
  await opened.close();
  return undefined;
}

const dayMilliseconds = 24 * 60 * 60_000;

/**
 * Deletes the files of exports whose time is over, and what a killed run left;
 * an export of which nothing was heard for a day is told as failed. To be asked
 * only while the clock may be believed.
 */
export async function sweepExports(
  db: Db,
  { folder, now }: { folder: string; now: Date },
): Promise<void> {
  const at = now.toISOString();
  for (const { exportId, fileName } of await selectExpired(db, at)) {
    if (fileName) await rm(path.join(folder, fileName), { force: true });
    await updateToGone(db, { exportId, at });
  }
  const yesterday = new Date(now.getTime() - dayMilliseconds);
  await failSilent(db, { since: yesterday.toISOString(), at });
  const known = await selectFileNames(db);
  for (const name of await namesIn(folder)) {
    if (known.has(name)) continue;
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < yesterday.getTime()) await rm(file, { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}
