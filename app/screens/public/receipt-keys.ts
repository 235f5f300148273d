import type { Language } from "#app/domain/calls/languages.ts";
import type { DayRoot } from "#app/domain/proofs/receipt-file.ts";
import type { ReceiptKey } from "#app/domain/proofs/keys.server.ts";
import { wordsIn } from "#app/words/words.ts";

type Told = {
  keys: ReceiptKey[];
  days: DayRoot[];
  /** Below it a number is not told. */
  leastTold: number;
  language: Language;
};

/** The public keys and the roots of days, for people. */
export function describeReceiptKeys({ keys, days, leastTold, language }: Told) {
  const words = wordsIn(language);
  const told = words.signedReceipt.keys;
  return {
    keys: keys.map(({ kid, x, usedSince, isInUse }) => {
      const since = usedSince && words.times.date(usedSince);
      return {
        kid,
        x,
        use: isInUse ? told.inUse(since) : told.usedBefore(since ?? ""),
      };
    }),
    days: days.map(({ day, count, root }) => ({
      day,
      // Noon is in the same day everywhere in Britain.
      name: words.times.date(`${day}T12:00:00.000Z`),
      count: told.counted(count, leastTold),
      root,
    })),
  };
}
