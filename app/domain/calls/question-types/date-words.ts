import { type Language, languages } from "../languages.ts";

const shortestName = 3;

const namesOf = (
  language: Language,
  kind: Intl.DateTimeFormatOptions,
  days: Date[],
) =>
  days.map((day) =>
    day
      .toLocaleDateString(`${language}-GB`, { ...kind, timeZone: "UTC" })
      .toLowerCase(),
  );

const firstsOfMonths = Array.from(
  { length: 12 },
  (_, month) => new Date(Date.UTC(2021, month)),
);
const aWeek = Array.from(
  { length: 7 },
  (_, day) => new Date(Date.UTC(2021, 2, 1 + day)),
);

const monthNames = Object.fromEntries(
  languages.map((language) => [
    language,
    namesOf(language, { month: "long" }, firstsOfMonths),
  ]),
) as Record<Language, string[]>;
const weekdayNames = new Set(
  languages.flatMap((language) => [
    ...namesOf(language, { weekday: "long" }, aWeek),
    ...namesOf(language, { weekday: "short" }, aWeek),
  ]),
);

export const seasons = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof seasons)[number];

/** In Welsh a month is meant by `hydref`: October stands before the autumn. */
const seasonNames: Record<Language, Record<Season, string>> = {
  en: {
    spring: "spring",
    summer: "summer",
    autumn: "autumn",
    winter: "winter",
  },
  cy: { spring: "gwanwyn", summer: "haf", autumn: "hydref", winter: "gaeaf" },
};

/** "March", "Mar" or "Sept." is as good as its number, in the language of the form or in English. */
export function monthByName(
  typed: string,
  language: Language,
): number | undefined {
  const name = typed.toLowerCase().replace(/\.$/, "");
  if (name.length < shortestName) return undefined;
  for (const names of [monthNames[language], monthNames.en]) {
    const month = names.findIndex((one) => one.startsWith(name));
    if (month >= 0) return month + 1;
  }
  return undefined;
}

export function seasonByName(
  typed: string,
  language: Language,
): Season | undefined {
  const name = typed.toLowerCase();
  if (name.length < shortestName) return undefined;
  if (name === "fall") return "autumn";
  return seasons.find(
    (season) =>
      season === name || seasonNames[language][season].startsWith(name),
  );
}

export function seasonIn(season: Season, language: Language): string {
  return seasonNames[language][season];
}

export function isWeekday(typed: string): boolean {
  return weekdayNames.has(typed.toLowerCase().replace(/[.,]$/, ""));
}

/** Of the scripts whose digits people type years in: full-width, Arabic, Persian, Devanagari, Bengali. */
const zeros = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6];

/** A text with plain digits, without what cannot be seen, and with single blanks. */
export function plainDateText(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const at = digit.codePointAt(0) ?? 0;
      const zero = zeros.find((one) => at >= one && at < one + 10);
      return zero === undefined ? digit : String(at - zero);
    })
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
