import { londonInstants } from "./london-time.ts";
import { readTypedDay } from "./question-types/typed-day.ts";

/** A time of day as people write it: 17:00, 17.00, 5pm, 5:30 pm. */
function readTimeOfDay(typed: string) {
  const read = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!read) return undefined;
  const [, hours = "", minutes, half] = read;
  // A bare "5" may be either half of the day.
  if (minutes === undefined && half === undefined) return undefined;
  const shown = Number(hours);
  if (half && (shown < 1 || shown > 12)) return undefined;
  const isAfternoon = half?.toLowerCase() === "pm";
  const hour = half ? (shown % 12) + (isAfternoon ? 12 : 0) : shown;
  const minute = Number(minutes ?? "0");
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}

/** What can be the matter with a typed moment, by the field that it is about. */
export type TypedMomentProblem =
  | { field: "day"; reason: "day-missing" | "day-wrong" }
  | {
      field: "time";
      reason: "time-missing" | "time-wrong" | "time-skipped";
    }
  /** It comes twice, and nobody said which. */
  | { field: "which"; reason: "time-twice" };

/** Of an hour that comes twice: before the clocks go back, or after. */
export const whichOfTwo = ["first", "second"] as const;

/**
 * A moment by London's clocks, as somebody typed it. The hour that does not exist
 * in March is refused, and of the hour that comes twice in October it is asked which.
 */
export function readTypedMoment(typed: {
  day: string;
  time: string;
  which?: (typeof whichOfTwo)[number] | undefined;
}): { ok: true; at: Date } | ({ ok: false } & TypedMomentProblem) {
  if (typed.day.trim() === "")
    return { ok: false, field: "day", reason: "day-missing" };
  const day = readTypedDay(typed.day);
  if (day === undefined)
    return { ok: false, field: "day", reason: "day-wrong" };
  if (typed.time.trim() === "")
    return { ok: false, field: "time", reason: "time-missing" };
  const time = readTimeOfDay(typed.time);
  if (time === undefined)
    return { ok: false, field: "time", reason: "time-wrong" };
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [first, second] = londonInstants({ year, month, day: date, ...time });
  if (!first) return { ok: false, field: "time", reason: "time-skipped" };
  if (!second) return { ok: true, at: first };
  if (typed.which === undefined)
    return { ok: false, field: "which", reason: "time-twice" };
  return { ok: true, at: typed.which === "first" ? first : second };
}
