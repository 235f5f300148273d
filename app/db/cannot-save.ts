/**
 * `busy`: another process kept the database's one lock for longer than anybody should wait.
 * `disk`: the disk is full, or does not take what is written to it, or gives back something else.
 * `away`: the database is on another machine, or another program, and does not answer; or it is being moved there.
 */
export type CannotSaveReason = "busy" | "disk" | "away";

/** A write that was not made, or of which nobody can know because the answer was lost. The same may be tried again: nothing comes in twice. */
export class CannotSaveError extends Error {
  override name = "CannotSaveError";
  readonly reason: CannotSaveReason;
  /** The engine's own, for the log: it quotes nothing that a person typed. */
  readonly code: string;

  constructor(reason: CannotSaveReason, code: string, cause?: unknown) {
    super(`The database could not save (${code})`, { cause });
    this.reason = reason;
    this.code = code;
  }
}

const diskCodes =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PROTOCOL|NOMEM)|ENOSPC|EDQUOT|EROFS|EIO$|EFBIG)/;

/** What a database says to whoever writes to it that is being moved elsewhere, or was. */
export const frozenMessage = "this database is frozen by a move";
export const frozenCode = "DATABASE_FROZEN";

/** Why an error of the engine's, or of a file's, means that nothing could be saved; undefined where it is another fault. */
export function cannotSaveReason(error: unknown): CannotSaveReason | undefined {
  if (error instanceof CannotSaveError) return error.reason;
  const code = codeOf(error);
  if (code === frozenCode) return "away";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "busy";
  return diskCodes.test(code) ? "disk" : undefined;
}

/** The code that an error of Node's or an engine's carries, or what it says instead; empty where it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && error.message === frozenMessage)
    return frozenCode;
  if (typeof error !== "object" || error === null || !("code" in error))
    return "";
  return typeof error.code === "string" ? error.code : "";
}
