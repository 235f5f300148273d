import type { Language } from "../languages.ts";
import {
  isWeekday,
  monthByName,
  plainDateText,
  seasonByName,
  seasons,
} from "./date-words.ts";
import type { DateParts } from "./question-type.ts";

/** How little of a date a question takes. */
export type DateRule = {
  precision: "day" | "month" | "year";
  seasons: boolean;
};

export type DatePart = keyof DateParts;

/** What is wrong with a typed date, and in which of its parts. */
export type DateFault = {
  reason: "missing" | "not-a-number" | "no-such-day" | "unreadable";
  parts: DatePart[];
};

export type DateReading =
  | { kind: "none" }
  /** Parts that were left out are empty; a season stands in the place of the month. */
  | { kind: "date"; date: DateParts }
  | { kind: "wrong"; fault: DateFault };

export const dateParts = ["day", "month", "year"] as const;

/** Longer than any date is written: it is not even looked into. */
const longestDate = 60;

/** Reads a date as people write it: in three boxes, in one of them, with the month's name. */
export function readDate(
  typed: DateParts,
  rule: DateRule,
  language: Language,
): DateReading {
  if (dateParts.some((part) => typed[part].length > longestDate))
    return wrong("unreadable", [...dateParts]);
  const plain = {
    day: plainDateText(typed.day),
    month: plainDateText(typed.month),
    year: plainDateText(typed.year),
  };
  const filled = dateParts.filter((part) => plain[part] !== "");
  if (filled.length === 0) return { kind: "none" };
  const [only] = filled;
  if (filled.length === 1 && only && /^\d{4}$/.test(plain[only]))
    return judge({ day: "", month: "", year: plain[only] }, rule, language);
  const inWords = filled.filter((part) => tokensOf(plain[part]).length > 1);
  if (inWords.length === 0) return judge(plain, rule, language);
  const whole = filled.map((part) => plain[part]).join(" ");
  const written = arrange(tokensOf(whole), rule, language);
  const judged = written && judge(written, rule, language);
  const isReadable =
    judged && (judged.kind !== "wrong" || !isAllWrong(judged.fault));
  return isReadable ? judged : wrong("unreadable", inWords);
}

/** Words that were no date at all. */
function isAllWrong({ reason, parts }: DateFault): boolean {
  return reason === "not-a-number" && parts.length > 1;
}

function wrong(reason: DateFault["reason"], parts: DatePart[]): DateReading {
  return { kind: "wrong", fault: { reason, parts } };
}

/** "Saturday, the 27th of March 2021" has three that count. */
function tokensOf(text: string): string[] {
  return text
    .split(/[\s,./\u2010-\u2015-]+/)
    .filter((token) => token !== "" && !/^(of|the)$/i.test(token))
    .filter((token) => !isWeekday(token));
}

/** Puts what was written in one go into its parts; undefined where it can be read in two ways or none. */
function arrange(
  tokens: string[],
  rule: DateRule,
  language: Language,
): DateParts | undefined {
  const isName = (token = "") =>
    monthByName(token, language) !== undefined ||
    (rule.seasons && seasonByName(token, language) !== undefined);
  const isYear = (token = "") => /^\d{4}$/.test(token);
  const [first = "", second = "", third = ""] = tokens;
  if (tokens.length === 3) {
    if (isYear(first)) return { year: first, month: second, day: third };
    if (isName(first)) return { month: first, day: second, year: third };
    return { day: first, month: second, year: third };
  }
  if (tokens.length !== 2) return undefined;
  if (isYear(second)) return { day: "", month: first, year: second };
  if (isYear(first)) return { day: "", month: second, year: first };
  if (isName(second)) return { day: first, month: second, year: "" };
  return isName(first) ? { day: second, month: first, year: "" } : undefined;
}

function judge(
  typed: DateParts,
  rule: DateRule,
  language: Language,
): DateReading {
  const date = {
    day: plainNumber(typed.day.replace(/(?<=\d)(st|nd|rd|th)$/i, "")),
    month: readMonth(typed.month, rule, language),
    year: typed.year,
  };
  const unfit = dateParts.filter(
    (part) => date[part] !== "" && !fits(date, part, rule),
  );
  if (unfit.length > 0) return wrong("not-a-number", unfit);
  const missing = missingParts(date, rule);
  if (missing.length > 0) return wrong("missing", missing);
  if (date.day !== "" && Number(date.day) > daysIn(date))
    return wrong("no-such-day", ["day"]);
  return { kind: "date", date };
}

function readMonth(typed: string, rule: DateRule, language: Language): string {
  const month = monthByName(typed, language);
  if (month !== undefined) return String(month);
  const season = rule.seasons ? seasonByName(typed, language) : undefined;
  return season ?? plainNumber(typed);
}

const plainNumber = (typed: string) => typed.replace(/^0(?=\d$)/, "");

function isSeason(month: string): boolean {
  return seasons.some((season) => season === month);
}

const earliestYear = 1000;

function fits(
  { day, month, year }: DateParts,
  part: DatePart,
  rule: DateRule,
): boolean {
  const within = (text: string, most: number) =>
    /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  if (part === "day") return within(day, 31);
  if (part === "month")
    return (rule.seasons && isSeason(month)) || within(month, 12);
  return /^\d{4}$/.test(year) && Number(year) >= earliestYear;
}

function missingParts(
  { day, month, year }: DateParts,
  { precision }: DateRule,
): DatePart[] {
  const isDayNeeded = precision === "day" && !isSeason(month);
  const isMonthNeeded = precision !== "year" || day !== "";
  return [
    ...(day === "" && isDayNeeded ? (["day"] as const) : []),
    ...(month === "" && isMonthNeeded ? (["month"] as const) : []),
    ...(year === "" ? (["year"] as const) : []),
  ];
}

/** Of a season a day is not known. */
export function daysIn({ month, year }: Pick<DateParts, "month" | "year">) {
  if (isSeason(month)) return 0;
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** The first and the last day that a date may mean, as ISO writes them. */
export function spanOf({ day, month, year }: DateParts) {
  const monthSpan = isSeason(month) || month === "" ? ["01", "12"] : [month];
  const [from = "01", to = from] = monthSpan.map((one) => one.padStart(2, "0"));
  const lastDay = String(daysIn({ month: to, year })).padStart(2, "0");
  return {
    from: `${year}-${from}-${day === "" ? "01" : day.padStart(2, "0")}`,
    to: `${year}-${to}-${day === "" ? lastDay : day.padStart(2, "0")}`,
  };
}
