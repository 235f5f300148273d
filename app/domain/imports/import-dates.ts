import { londonTimeToUtc, type WallTime } from "../calls/london-time.ts";

/** What a date pattern may hold; everything else in it stands for itself. */
const parts = {
  yyyy: { pattern: "\\d{4}", part: "year" },
  MM: { pattern: "\\d{2}", part: "month" },
  M: { pattern: "\\d{1,2}", part: "month" },
  dd: { pattern: "\\d{2}", part: "day" },
  d: { pattern: "\\d{1,2}", part: "day" },
  HH: { pattern: "\\d{2}", part: "hour" },
  H: { pattern: "\\d{1,2}", part: "hour" },
  mm: { pattern: "\\d{2}", part: "minute" },
  ss: { pattern: "\\d{2}", part: "second" },
} as const;

const partPattern = /yyyy|MM?|dd?|HH?|mm|ss/g;

/** Whether a pattern such as `dd/MM/yyyy` names a day, a month and a year. */
export function namesADay(format: string): boolean {
  const named = new Set<string>(
    [...format.matchAll(partPattern)].map(([part]) => part[0] ?? ""),
  );
  return named.has("y") && named.has("M") && named.has("d");
}

/**
 * Reads a date that was written in a fixed format: `31/05/2022` in `dd/MM/yyyy`.
 *
 * @returns undefined where it is in another format, or no such day or time exists.
 */
export function readWallTime(
  text: string,
  format: string,
): (WallTime & { hasTime: boolean }) | undefined {
  const found: Partial<Record<string, number>> = {};
  const names: string[] = [];
  let pattern = "";
  let end = 0;
  for (const match of format.matchAll(partPattern)) {
    const { pattern: digits, part } = parts[match[0] as keyof typeof parts];
    pattern += `${escapePattern(format.slice(end, match.index))}(${digits})`;
    names.push(part);
    end = match.index + match[0].length;
  }
  pattern += escapePattern(format.slice(end));
  const match = new RegExp(`^${pattern}$`).exec(text.trim().slice(0, 60));
  if (!match) return undefined;
  names.forEach((name, index) => (found[name] = Number(match[index + 1])));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = found;
  const wall = { year, month, day, hour, minute };
  return isReal(wall) ? { ...wall, hasTime: "hour" in found } : undefined;
}

/** From 1954 to 2119, so that a year or a number of somebody's own is none. */
const dayNumber = /^[2-7]\d{4}(?:\.0+)?$/;
const firstDay = Date.UTC(1899, 11, 30);
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Whether a cell holds the number of a day, as Excel has it where the cell has lost its format. */
export function isDayNumber(text: string): boolean {
  return dayNumber.test(text.trim());
}

/** The day of a cell in a column of dates: in the format of the column, or as the bare number that Excel counts days by. */
export function readCellDay(
  text: string,
  format: string,
): ReturnType<typeof readWallTime> {
  if (!isDayNumber(text)) return readWallTime(text, format);
  const at = new Date(firstDay + Number(text) * dayMilliseconds);
  return {
    ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 },
    ...{ day: at.getUTCDate(), hour: 0, minute: 0, hasTime: false },
  };
}

const escapePattern = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function isReal({ year, month, day, hour, minute }: WallTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60
  );
}

/** The instant of a date read with `readWallTime`; where it has no time of day, `timeOfDay` in London. */
export function toInstant(
  wall: WallTime & { hasTime: boolean },
  timeOfDay: string,
): Date {
  if (wall.hasTime) return londonTimeToUtc(wall);
  const [hour = 12, minute = 0] = timeOfDay.split(":").map(Number);
  return londonTimeToUtc({ ...wall, hour, minute });
}
