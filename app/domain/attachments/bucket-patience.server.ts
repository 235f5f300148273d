import { setTimeout as pause } from "node:timers/promises";
import { isSilence } from "./bucket-errors.server.ts";
import { type BucketRest, watchForSilence } from "./bucket-rest.server.ts";
import { AttachmentStoreError, type TellTrouble } from "./stored-files.ts";

export type Patience = {
  /** How long a bucket may say, or take, nothing. */
  silenceMilliseconds: number;
  /** How long nobody is made to wait for one that has fallen silent. */
  restMilliseconds: number;
  /** How often a thing is tried in all. */
  attempts: number;
  /** Before the second attempt; twice as long before each that follows. */
  pauseMilliseconds: number;
};

export const usualPatience: Patience = {
  silenceMilliseconds: 15_000,
  restMilliseconds: 20_000,
  attempts: 3,
  pauseMilliseconds: 300,
};

/** Tries what a bucket is asked again, and leaves one alone that has fallen silent. */
export function openTries(patience: Patience, tell: TellTrouble) {
  const rest = watchForSilence(patience);
  const persistAs =
    (isWaitedFor: boolean) =>
    <Result>(operation: string, run: () => Promise<Result>) =>
      tryAgain({ operation, run, patience, tell, rest, isWaitedFor });
  return {
    /** Tries a whole thing again, from its beginning, where that may help; a person waits for it. */
    persist: persistAs(true),
    /** The same for work that can wait until the bucket is heard of again. */
    persistInBackground: persistAs(false),
  };
}

type Trying<Result> = {
  operation: string;
  run: () => Promise<Result>;
  patience: Patience;
  tell: TellTrouble;
  rest: BucketRest;
  isWaitedFor: boolean;
};

async function tryAgain<Result>(trying: Trying<Result>): Promise<Result> {
  const { operation, patience, tell } = trying;
  let last: AttachmentStoreError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(trying);
    } catch (error) {
      if (!(error instanceof AttachmentStoreError)) throw error;
      const { reason, code } = error;
      if (code === isResting) throw last ?? error;
      if (reason === "missing") throw error;
      last = error;
      tell({ operation, reason, code, attempt });
      if (reason === "refused" || attempt >= patience.attempts) throw error;
      const longest = patience.pauseMilliseconds * 2 ** (attempt - 1);
      await pause(longest * (0.5 + Math.random() / 2));
    }
  }
}

/** Nothing was asked: the bucket has been silent, and nobody has to find that out again. */
const isResting = "resting";

async function tryOnce<Result>(trying: Trying<Result>): Promise<Result> {
  const { run, rest, isWaitedFor } = trying;
  if (!isWaitedFor) await rest.untilOver();
  else if (!rest.mayAsk())
    throw new AttachmentStoreError("unreachable", isResting);
  try {
    const result = await run();
    rest.answered();
    return result;
  } catch (error) {
    if (error instanceof AttachmentStoreError && isSilence(error))
      rest.wasSilent();
    else rest.answered();
    throw error;
  }
}
