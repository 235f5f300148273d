import {
  type CannotSaveReason,
  CannotSaveError,
  codeOf,
  frozenCode,
} from "./cannot-save.ts";

/** No turn, no row, or no time: the wait for a lock ended, or two waited for each other. */
const busyCodes = /^(55P03|57014|40P01|40001|53300)$/;
/** Node's own, and class 08 and 57P of PostgreSQL's: the server is not there, or is being stopped or started. */
const lostCodes =
  /^(08\w{3}|57P0[1-5]|25P03|ECONN\w+|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
/** The disk is full or faulty, memory ran out, or the server takes no writing any more. */
const diskCodes = /^(53[012]00|58030|XX00[12]|25006)$/;
/** What `pg` says without a code: of a connection that ended, of a pool with none free, and of an answer that did not come. */
const lostWords =
  /^(Connection terminated|timeout e[xc]|Query read timeout|Client has encountered a connection error|The server does not support SSL)/;

/** Whether the connection that the error came over can be used no more. */
export function isLostConnection(error: unknown): boolean {
  return (
    lostCodes.test(codeOf(error)) ||
    (error instanceof Error && lostWords.test(error.message))
  );
}

/**
 * An error of PostgreSQL's as our operations throw it: a `CannotSaveError` where
 * the same may be tried again. Whether a commit whose answer was lost took place
 * nobody can know; so every operation that a person sends may be sent twice.
 */
export function toOurFault(error: unknown): unknown {
  if (error instanceof CannotSaveError) return error;
  const reason = reasonOf(error);
  if (!reason) return error;
  return new CannotSaveError(reason, codeOf(error) || "CONNECTION_LOST", error);
}

function reasonOf(error: unknown): CannotSaveReason | undefined {
  const code = codeOf(error);
  if (diskCodes.test(code)) return "disk";
  if (busyCodes.test(code)) return "busy";
  if (code === frozenCode) return "away";
  return isLostConnection(error) ? "away" : undefined;
}
