/** Below this nobody is told how many took a choice. */
export const fewest = 5;

/** How often a choice was taken, as it may be told: a multiple of `fewest`, or that it was fewer. */
export type ToldCount = { kind: "fewer" } | { kind: "about"; count: number };

/**
 * Every number is told to the nearest five, and no sum is: an exact one beside a
 * hidden one would give the hidden one away, and so would two that are told
 * before and after somebody.
 */
export function tellCount(count: number): ToldCount {
  if (count < fewest) return { kind: "fewer" };
  return { kind: "about", count: Math.round(count / fewest) * fewest };
}
