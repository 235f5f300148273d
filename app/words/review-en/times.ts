import { timeZone } from "#app/time-zone.ts";

const shortDate = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  day: "numeric",
  month: "short",
  year: "numeric",
});

const shortTime = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "numeric",
  minute: "2-digit",
  // Not `hour12`: in en-GB that counts from 0.
  hourCycle: "h12",
});

/** "15 Dec 2021": the day in London, short for lists. */
export function formatShortDate(iso: string): string {
  return shortDate.format(new Date(iso)).replace("Sept", "Sep");
}

/** "5:04pm". */
export function formatShortTime(iso: string): string {
  return shortTime.format(new Date(iso)).replace(/\s/g, "").toLowerCase();
}

/** "15 Dec 2021, 5:04pm": when something was done, for staff. */
export function formatMoment(iso: string): string {
  return `${formatShortDate(iso)}, ${formatShortTime(iso)}`;
}
