import { setTimeout as pause } from "node:timers/promises";

/** So many silences without an answer between them, whoever met them. */
const enough = 2;

export type BucketRest = ReturnType<typeof watchForSilence>;

/**
 * Spares people the wait for a bucket that has fallen silent. After two silences
 * it is left alone for a while, and who asks meanwhile is told at once; then one
 * is let through to try. An error that comes at once costs nobody any time and
 * is as good as an answer.
 */
export function watchForSilence({
  restMilliseconds,
}: {
  restMilliseconds: number;
}) {
  let silences = 0;
  let restsUntil = 0;
  const rest = () => (restsUntil = performance.now() + restMilliseconds);
  return {
    /** Whether it may be asked now. After a rest only one may, until it has answered or another rest is over. */
    mayAsk(): boolean {
      if (silences < enough) return true;
      if (performance.now() < restsUntil) return false;
      rest();
      return true;
    },
    /** For work that nobody waits for. */
    async untilOver(): Promise<void> {
      while (!this.mayAsk())
        await pause(Math.max(1, restsUntil - performance.now()));
    },
    answered() {
      silences = 0;
    },
    wasSilent() {
      silences += 1;
      if (silences >= enough) rest();
    },
  };
}
