import { daysAfter, noDue } from "../calls/dues.ts";
import { londonDay, londonTimeToUtc } from "../calls/london-time.ts";

/** A stretch of time, ISO-8601 UTC, the end exclusive. */
export type TimeSpan = { from: string | undefined; until: string | undefined };
export type NumberSpan = {
  least: number | undefined;
  most: number | undefined;
};

const dayMilliseconds = 86_400_000;
const units: Record<string, number> = {
  h: dayMilliseconds / 24,
  d: dayMilliseconds,
  w: 7 * dayMilliseconds,
  m: 30 * dayMilliseconds,
  y: 365 * dayMilliseconds,
};
const farthestDays = 200 * 365;

/** `>3d` is older than three days, `<2w` younger than two weeks; without a sign, at least as old. */
export function readAge(value: string, now: Date): TimeSpan | undefined {
  const [, sign, count, unit = ""] =
    /^([<>]?)=?(\d{1,5})(h|d|w|m|y)[a-z]*$/i.exec(value.replaceAll(" ", "")) ??
    [];
  if (count === undefined) return undefined;
  const length = Number(count) * (units[unit.toLowerCase()] ?? 0);
  if (length > farthestDays * dayMilliseconds) return undefined;
  const at = new Date(now.getTime() - length).toISOString();
  return sign === "<"
    ? { from: at, until: undefined }
    : { from: undefined, until: at };
}

/** `overdue`, `today`, `any`, `none`; `<3d` is due in fewer days than that, or over, `>3d` later, `3d` by then. Of days in London. */
export function readDue(value: string, now: Date): TimeSpan | undefined {
  const today = londonDay(now);
  const until = (day: string) => ({ from: undefined, until: day });
  switch (value.toLowerCase()) {
    case "overdue":
      return until(today);
    case "today":
      return { from: today, until: daysAfter(today, 1) };
    case "any":
      return until(noDue);
    case "none":
      return { from: noDue, until: undefined };
  }
  const [, sign, digits] = /^([<>]?=?)(\d{1,3})d$/i.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const day = daysAfter(today, Number(digits));
  if (sign === ">") return { from: daysAfter(day, 1), until: noDue };
  if (sign === ">=") return { from: day, until: noDue };
  return until(sign === "<" ? day : daysAfter(day, 1));
}

/** A day, a month or a year in London, or from one to another; `>` is after it, `<` before it. */
export function readDates(value: string): TimeSpan | undefined {
  const [first = "", last] = value.split("..");
  if (last !== undefined) return readRange(first, last);
  const [, sign, rest = ""] = /^([<>]?=?)(.*)$/s.exec(value) ?? [];
  const span = readPeriod(rest);
  if (!span) return undefined;
  const { from, until } = span;
  if (sign === ">") return { from: until, until: undefined };
  if (sign === ">=") return { from, until: undefined };
  if (sign === "<") return { from: undefined, until: from };
  if (sign === "<=") return { from: undefined, until };
  return span;
}

function readRange(first: string, last: string): TimeSpan | undefined {
  const [from, until] = [readPeriod(first), readPeriod(last)];
  if ((!from && first !== "") || (!until && last !== "")) return undefined;
  return from || until ? { from: from?.from, until: until?.until } : undefined;
}

function readPeriod(text: string): { from: string; until: string } | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const isDate = new Date(Date.UTC(y, m - 1, d)).getUTCMonth() === m - 1;
  if (!isDate || d < 1) return undefined;
  const next = day
    ? midnight(y, m, d + 1)
    : month
      ? midnight(y, m + 1, 1)
      : midnight(y + 1, 1, 1);
  return { from: midnight(y, m, d), until: next };
}

function midnight(year: number, month: number, day: number): string {
  const wall = { year, month, day, hour: 0, minute: 0 };
  return londonTimeToUtc(wall).toISOString();
}

/** `>500`, `<=20`, `100..200`, or exactly so many. */
export function readNumbers(value: string): NumberSpan | undefined {
  const [, first, last] = /^(\d{0,9})\.\.(\d{0,9})$/.exec(value) ?? [];
  if (first !== undefined && first + (last ?? "") !== "")
    return { least: numberOf(first), most: numberOf(last) };
  const [, sign, digits] = /^([<>]?=?)(\d{1,9})$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  if (sign === ">") return { least: count + 1, most: undefined };
  if (sign === ">=") return { least: count, most: undefined };
  if (sign === "<") return { least: undefined, most: count - 1 };
  if (sign === "<=") return { least: undefined, most: count };
  return { least: count, most: count };
}

const numberOf = (digits = "") => (digits === "" ? undefined : Number(digits));
