/** What came in over time, to be drawn. */
export type Volume = {
  /** How many on each day or in each week, by its first day (UTC, `2026-11-27`). */
  bars: { day: string; count: number }[];
  isByWeek: boolean;
  /** When calls close (ISO-8601 UTC), with what stands beside the line. */
  closings: { at: string; label: string }[];
};
