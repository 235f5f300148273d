import { setTimeout as sleep } from "node:timers/promises";
import { CannotSaveError, cannotSaveReason, codeOf } from "./cannot-save.ts";

/** A commit takes some milliseconds: who has found the lock taken once finds it free soon. */
const firstPauseMilliseconds = 4;
const longestPauseMilliseconds = 25;

/** An error of SQLite's as it is told on: a `CannotSaveError` where that is what it means. */
export function toldOn(error: unknown): unknown {
  const reason = cannotSaveReason(error);
  if (!reason || error instanceof CannotSaveError) return error;
  return new CannotSaveError(reason, codeOf(error), error);
}

/**
 * Does the work, and does it again a little later for as long as another
 * process has the lock. Nothing stands still meanwhile.
 *
 * @throws a `CannotSaveError` when it is still taken at `givesUpAt`, a time of `performance.now()`.
 */
export async function whenNotBusy<Result>(
  work: () => Result | Promise<Result>,
  givesUpAt: number,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isTooLate = performance.now() >= givesUpAt;
      if (isTooLate || cannotSaveReason(error) !== "busy") throw toldOn(error);
    }
    await sleep(pauseMilliseconds(tries));
  }
}

/** Between half and all of what doubles with each try: two processes that ask in step would find the lock taken in step. */
function pauseMilliseconds(tries: number): number {
  const most = Math.min(
    longestPauseMilliseconds,
    firstPauseMilliseconds * 2 ** tries,
  );
  return most * (0.5 + Math.random() / 2);
}
