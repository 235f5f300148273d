import { createHmac } from "node:crypto";

export type SameAgainBounds = {
  /** So often it may come from one place in a window of time, which begins with the first. */
  most: number;
  windowMilliseconds: number;
  /** Of so many different ones the counts are known at once; the oldest go first. */
  mostKnown: number;
};

/** Counts it, and tells whether the same came from the same place more often than it may. */
export type CountSameAgain = (came: {
  what: string;
  from: string;
  now: Date;
}) => boolean;

/**
 * Counts in memory, under a key that nobody has once the process ends: on a disk
 * it would say of each which network it came from, to whoever tried every address.
 */
export function countSameAgain(
  bounds: SameAgainBounds,
  key: Buffer,
): CountSameAgain {
  const { most, windowMilliseconds, mostKnown } = bounds;
  // In the order in which their windows began, which is that in which they end.
  const known = new Map<string, { count: number; endsAt: number }>();
  const oldest = () => known.entries().next().value;
  const forgetEnded = (at: number) => {
    for (let first = oldest(); first; first = oldest()) {
      const [name, { endsAt }] = first;
      // An end further off than a whole window was set by a clock that was wrong.
      if (endsAt > at && endsAt <= at + windowMilliseconds) return;
      known.delete(name);
    }
  };
  const begin = (name: string, at: number) => {
    const [first] = known.keys();
    if (first !== undefined && known.size >= mostKnown) known.delete(first);
    const counted = { count: 0, endsAt: at + windowMilliseconds };
    known.set(name, counted);
    return counted;
  };
  return ({ what, from, now }) => {
    const name = createHmac("sha256", key)
      .update(`${from}\n${what}`)
      .digest("base64url");
    const at = now.getTime();
    forgetEnded(at);
    const counted = known.get(name) ?? begin(name, at);
    counted.count += 1;
    return counted.count > most;
  };
}
