/**
 * A count as it may be shown beyond the team: 1 to 7 people could be found by
 * those who know them, and larger counts are given to the nearest five, so that
 * nothing is won by taking one from another (the rule of NHS hospital statistics).
 *
 * @returns undefined where the count is hidden
 */
export function blurCount(count: number): number | undefined {
  if (count === 0) return 0;
  return count <= 7 ? undefined : Math.round(count / 5) * 5;
}

type TagCount = { depth: number; count: number };

/**
 * The counts of one column of tags, each with its parts under it, as they may be
 * shown. Where one alone of a tag and its parts is hidden, it could be reckoned
 * from the others: the smallest of those parts is hidden with it.
 *
 * @returns undefined for each that is hidden
 */
export function hideCounts(
  column: readonly TagCount[],
): (number | undefined)[] {
  const shown = column.map(({ count }) => blurCount(count));
  const families = column.map((_, at) => partsOf(column, at));
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const [at, parts] of families.entries()) {
      const hidden = [at, ...parts].filter((one) => shown[one] === undefined);
      const [second] = parts
        .filter((one) => shown[one])
        .sort((one, other) => (shown[one] ?? 0) - (shown[other] ?? 0));
      if (hidden.length !== 1 || second === undefined) continue;
      shown[second] = undefined;
      isDone = false;
    }
  }
  return shown;
}

function partsOf(column: readonly TagCount[], at: number): number[] {
  const depth = column[at]?.depth ?? 0;
  const after = column.slice(at + 1).findIndex((one) => one.depth <= depth);
  const end = after === -1 ? column.length : at + 1 + after;
  return column
    .map((_, index) => index)
    .slice(at + 1, end)
    .filter((index) => column[index]?.depth === depth + 1);
}
