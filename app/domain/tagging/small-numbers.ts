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
