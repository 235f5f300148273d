import { timeZone } from "#app/time-zone.ts";

const dateTime = new Intl.DateTimeFormat("cy", {
  timeZone,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
});

type Part = Intl.DateTimeFormatPart;
const byName = (parts: Part[]): Partial<Record<Part["type"], string>> =>
  Object.fromEntries(parts.map(({ type, value }) => [type, value]));

/** "5pm ddydd Mercher 15 Rhagfyr 2021": the day of the week is mutated, for it says when. */
export function formatTime(iso: string): string {
  const at = new Date(iso);
  const { hour, minute, dayPeriod } = byName(clock.formatToParts(at));
  const { weekday = "", day, month, year } = byName(dateTime.formatToParts(at));
  const dayName = weekday.toLocaleLowerCase("cy").replace(/^dydd /, "");
  const name = dayName.charAt(0).toLocaleUpperCase("cy") + dayName.slice(1);
  const on = `${name} ${day} ${month} ${year}`;
  const time = `${hour}${minute === "00" ? "" : `:${minute}`}${dayPeriod?.toLowerCase()}`;
  if (time === "12am") return `hanner nos ar ddechrau dydd ${on}`;
  return `${time === "12pm" ? "hanner dydd" : time} ddydd ${on}`;
}

const date = new Intl.DateTimeFormat("cy", {
  timeZone,
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "15 Rhagfyr 2021", the day in London. */
export function formatDate(iso: string): string {
  return date.format(new Date(iso));
}
