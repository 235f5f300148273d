import { setTimeout as sleep } from "node:timers/promises";
import { CannotSaveError, cannotSaveReason, codeOf } from "./cannot-save.ts";

const shortestPauseMilliseconds = 5;
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
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isTooLate = performance.now() >= givesUpAt;
      if (isTooLate || cannotSaveReason(error) !== "busy") throw toldOn(error);
    }
    await sleep(pauseMilliseconds());
  }
}

/** Two processes that ask in step would find the lock taken in step. */
function pauseMilliseconds(): number {
  const spread = longestPauseMilliseconds - shortestPauseMilliseconds;
  return shortestPauseMilliseconds + Math.random() * spread;
}
