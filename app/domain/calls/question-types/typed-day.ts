import { z } from "zod";
import { readDate } from "./date-reading.ts";

/**
 * One day as people write it ("27 November 2026", 27/11/2026, 2026-11-27).
 *
 * @returns the last of these; undefined where it is no day.
 */
export function readTypedDay(typed: string): string | undefined {
  const parts = { day: typed, month: "", year: "" };
  const rule = { precision: "day", seasons: false } as const;
  const read = readDate(parts, rule, "en");
  if (read.kind !== "date") return undefined;
  const { year, month, day } = read.date;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return z.iso.date().safeParse(iso).success ? iso : undefined;
}
