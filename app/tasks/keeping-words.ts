import {
  cannotSaveReason,
  CannotSaveError,
  codeOf,
  frozenCode,
} from "#app/db/cannot-save.ts";
import { CopyDiffersError } from "#app/db/copy-database.server.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { AttachmentStoreError } from "#app/domain/attachments/stored-files.ts";
import {
  KeepingError,
  type KeepingProblem,
} from "#app/domain/keeping/keeping-errors.ts";
import { isSound, type Manifest } from "#app/domain/keeping/manifest.ts";
import { OperatorError } from "#app/operator-error.ts";
import { describeMoveProblem } from "./move-words.ts";

/**
 * Why a backup was not made, read or restored, for whoever typed the command.
 *
 * @param after what is true now that it was not done.
 */
export function keepingInWords(error: unknown, after: string): never {
  const said = describe(error);
  if (said === undefined) throw error;
  throw new OperatorError(`${said} ${after}`, { cause: error });
}

function describe(error: unknown): string | undefined {
  if (error instanceof KeepingError) return describeProblem(error.problem);
  if (error instanceof AttachmentStoreError) return describeStoreError(error);
  if (error instanceof CopyDiffersError)
    return `The copy is not what was read (${error.tables.join(", ")}).`;
  const reason = cannotSaveReason(error);
  if (reason && reason !== "disk") return describeUnreached(reason, error);
  const code = error instanceof CannotSaveError ? error.code : codeOf(error);
  if (/^XX00[12]/.test(code))
    return `PostgreSQL cannot read all of the database (${code}): its files are damaged. Keep every backup there is, its own too; the newest that npm run backup -- --verify finds right is the one to restore.`;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return `SQLite cannot read all of the database (${code}): its file is damaged. Keep every backup there is; the newest that npm run backup -- --verify finds right is the one to restore.`;
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|53100)/.test(code))
    return `The disk is full (${code}): make room, or choose another place.`;
  if (/^(EACCES|EPERM|EROFS)/.test(code))
    return `This user may not write there (${code}).`;
  const isOfDisk = /^(E[A-Z]+|SQLITE_\w+)$/.test(code);
  if (reason === "disk" || (isOfDisk && !code.startsWith("ERR_")))
    return `The disk, or what is mounted there, did not do what it was asked (${code}).`;
  if (error instanceof Error && error.name === "AbortError")
    return "It was stopped.";
  return undefined;
}

function describeUnreached(reason: "busy" | "away", error: unknown): string {
  if (reason === "busy")
    return "Another program kept the database for too long; try again when it has ended.";
  const code = error instanceof CannotSaveError ? error.code : codeOf(error);
  return code === frozenCode
    ? "The database is frozen by a move."
    : `The database could not be reached any more (${code}): look whether it runs.`;
}

function describeStoreError({ reason, code }: AttachmentStoreError): string {
  switch (reason) {
    case "unreachable":
      return `Where files are kept does not answer (${code}): look whether it runs, and try again when it does.`;
    case "refused":
      return `Where files are kept does not let Heard do what it has to (${code}): look at the key, at its rights and at the quota.`;
    case "missing":
    case "damaged":
      return `Where files are kept gives back other bytes than it was given (${code}): it is not to be used.`;
  }
}

function describeProblem(problem: KeepingProblem): string {
  switch (problem.reason) {
    case "no-such-file":
      return "There is no such file.";
    case "not-a-backup":
      return "That is no backup of Heard's.";
    case "wrong-key":
      return "The backup does not open: it was locked with another passphrase, or for other keys, or its beginning was changed on its way. Nobody can open it without the right one; look where it is kept apart from the backups.";
    case "needs-passphrase":
      return "The backup was locked with a passphrase. Set HEARD_BACKUP_PASSPHRASE, or give --passphrase-file.";
    case "needs-key":
      return "The backup was locked for the keys of recipients. Give one of them with --identity-file.";
    case "changed":
      return "The backup is not whole: it was cut off on its way, or its bytes have changed since. Copy it again from where it was made, or take an older one.";
    case "newer":
      return `The backup was made by a newer Heard (${problem.program}), with ${problem.migration}, which this one does not know. Restore it with that version, or one that came later.`;
    case "database-newer":
      return `The database is newer than this program: ${problem.migration} has run on it. Use the version of Heard that runs on it.`;
    case "newer-format":
      return "The backup is laid out as this Heard does not know it: a newer one made it. Restore it with that version.";
    case "other-facts":
      return `Each byte is right, and yet what the database says of its ${problem.what} is not what it said when the backup was made.`;
    case "in-the-way":
      return `There is something already: ${problem.path}. A restore goes where nothing is, and a backup writes over none. Move it away first; what ends in .restoring was left by a restore that was cut off, and may be deleted.`;
    case "running":
      return `Another backup of this database is being made. If that is not so, delete ${problem.path}.`;
    case "restored-meanwhile":
      return "Another restore into this database is running. Let it end.";
    case "written-meanwhile":
      return "Something else wrote to the database while it was filled. Stop every server and worker that is set to it, and restore into an empty one.";
    case "not-a-recipient":
      return `${problem.given} is not an age recipient; one begins with age1.`;
    case "not-an-identity":
      return "The identity file has a line that is no age key; one begins with AGE-SECRET-KEY-1.";
    default:
      return describeMoveProblem(problem);
  }
}

const mostNamed = 20;

/** What a backup holds, in lines, the troubles of it last. */
export function describeManifest(manifest: Manifest): string[] {
  const { facts, files, removed, database } = manifest;
  const fileBytes = files.reduce((sum, { byteSize }) => sum + byteSize, 0);
  return [
    `Made ${manifest.madeAt} by Heard ${manifest.program}: ${facts.rows.responses ?? 0} responses, ${facts.rows.drafts ?? 0} drafts, ${facts.eventCount} events; the database has ${describeByteSize(database.byteSize)}.`,
    `${files.length} files (${describeByteSize(fileBytes)}).`,
    facts.lastHash ? `Last hash of the chain: ${facts.lastHash}` : "",
    removed.length > 0
      ? `${removed.length} files are not in it: their drafts were deleted while it was made.`
      : "",
    ...describeTroubles(manifest),
  ].filter((line) => line !== "");
}

function describeTroubles(manifest: Manifest): string[] {
  if (isSound(manifest)) return [];
  const { facts, lost } = manifest;
  const lines = [
    ...facts.faults,
    ...facts.brokenEvents.map((id) => `the chain is broken at event ${id}`),
    ...lost.map(({ publicId, reason }) =>
      reason === "missing"
        ? `the file ${publicId} is not there`
        : `the file ${publicId} is not what was sent`,
    ),
  ];
  const more = lines.length > mostNamed ? ["  and more"] : [];
  return [
    "NOT ALL IS WELL with what was backed up. Look for these in an older backup:",
    ...lines.slice(0, mostNamed).map((line) => `  ${line}`),
    ...more,
  ];
}
