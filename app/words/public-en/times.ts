import { timeZone } from "#app/time-zone.ts";

const dateTime = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
});

/** "5pm on Wednesday 15 December 2021", as GOV.UK writes times; midday and midnight in words. */
export function formatTime(iso: string): string {
  const parts = Object.fromEntries(
    dateTime
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  const isOnTheHour = parts.minute === "00";
  const hour = `${parts.hour}${isOnTheHour ? "" : `:${parts.minute}`}${parts.dayPeriod?.toLowerCase()}`;
  const time =
    hour === "12am"
      ? "midnight at the start"
      : hour === "12pm"
        ? "midday"
        : hour;
  const joint = hour === "12am" ? "of" : "on";
  return `${time} ${joint} ${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

const date = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "15 December 2021", the day in London. */
export function formatDate(iso: string): string {
  return date.format(new Date(iso));
}
