import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "#app/db/cannot-save.ts";
import type { Db, Row } from "#app/db/schema.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { may } from "../accounts/permissions.ts";
import { selectLastEventId } from "../audit/audit.server.ts";
import { findCall } from "../calls/calls.server.ts";
import { mostAttemptsOf } from "../jobs/jobs.ts";
import { packMembers, writeArchive } from "./export-zip.server.ts";
import { ExportRefused, ExportStopped } from "./export-errors.ts";
import { type ExportFailure, exportLastsDays } from "./exports.ts";
import {
  type Run,
  updateToBegun,
  updateToDone,
  updateToFailed,
} from "./exports.queries.server.ts";
import { writeManifest } from "./manifest.ts";
import { gatherMaterial } from "./material.server.ts";
import type { RedactionsOf } from "./release.server.ts";
import type { ExportWords } from "./words.ts";
import { membersOf } from "./writing/formats.server.ts";

export type ExportSurroundings = {
  /** Where the file is to stand; made where it is not there, readable by this user only. */
  folder: string;
  words: ExportWords;
  redactionsOf: RedactionsOf;
  now: () => Date;
};

/**
 * Makes the file of an export, a few hundred responses at a time. What a run left
 * that was killed is begun anew. A disk that is full is told at once; anything
 * unforeseen is thrown for the job to try again, and told after the last time.
 */
export async function makeExport(
  db: Db,
  surroundings: ExportSurroundings,
  exportId: number,
): Promise<void> {
  const run = { exportId, fileName: `${randomUUID()}.zip` };
  const { folder, now } = surroundings;
  const sinceEvent = await selectLastEventId(db);
  const at = now().toISOString();
  const asked = await updateToBegun(db, { ...run, sinceEvent, at });
  if (!asked) return;
  const file = path.join(folder, run.fileName);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const isKept = await writeExport(db, surroundings, { asked, run, file });
    if (!isKept) await rm(file, { force: true });
  } catch (error) {
    // Where nothing can be written, there is nothing to remove.
    await rm(file, { force: true }).catch(() => undefined);
    if (error instanceof ExportStopped) return;
    const failure = failureOf(error);
    const isLast = asked.attempts >= mostAttemptsOf("export.make");
    if (!failure && !isLast) throw error;
    await updateToFailed(db, run, {
      failure: failure ?? "unexpected",
      at: now().toISOString(),
    });
    if (!failure) throw error;
  }
}

type Writing = { asked: Row<"exports">; run: Run; file: string };

/** @returns whether the file is what the export is now. */
async function writeExport(
  db: Db,
  surroundings: ExportSurroundings,
  { asked, run, file }: Writing,
): Promise<boolean> {
  const { words, now, redactionsOf } = surroundings;
  const viewer = await findAsker(db, asked.asked_by);
  const call = await findCall(db, asked.call_id);
  const material = await gatherMaterial(db, {
    ...{ asked, run, call, viewer, words, redactionsOf, now },
  });
  const made = now();
  const byteSize = await writeArchive(
    file,
    packMembers(membersOf(asked.format, material), {
      at: made,
      last: (members) => ({
        name: "manifest.json",
        pieces: () =>
          writeManifest({
            ...{ asked, members, call, askedBy: viewer.name, made },
            leftOut: material.leftOut.counts(),
            found: material.ids.length,
          }),
      }),
    }),
  );
  const expires = new Date(made.getTime() + exportLastsDays * 86_400_000);
  return updateToDone(db, run, {
    done_count: material.ids.length,
    byte_size: byteSize,
    left_out: JSON.stringify(material.leftOut.counts()),
    finished_at: now().toISOString(),
    expires_at: expires.toISOString(),
  });
}

/** Whoever asked must be allowed to still. */
async function findAsker(db: Db, staffId: string): Promise<StaffMember> {
  const staff = await selectActiveStaff(db);
  const asker = staff.find((one) => one.staffId === staffId);
  if (!asker || !may(asker, "take-out-passages"))
    throw new ExportRefused("not-allowed");
  return asker;
}

const unwritable = new Set(["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR"]);

function failureOf(error: unknown): ExportFailure | undefined {
  if (error instanceof ExportRefused) return error.failure;
  const code = codeOf(error) ?? "";
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL")
    return "disk-full";
  return unwritable.has(code) ? "unwritable" : undefined;
}
