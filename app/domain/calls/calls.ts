import { type CallState, callStates } from "#app/db/column-values.ts";

export { type CallState, callStates };

/** Which state may follow which. A closed call may open again: a review extends its deadline. */
export const callTransitions: Record<CallState, readonly CallState[]> = {
  draft: ["open", "closing-announced"],
  open: ["closing-announced", "closed-late-accepted", "closed"],
  "closing-announced": ["open", "closed-late-accepted", "closed"],
  "closed-late-accepted": ["closing-announced", "closed"],
  closed: ["closing-announced", "closed-late-accepted", "archived"],
  archived: [],
};

/** What a person can do with a call at this moment. */
export type CallAvailability =
  "not-public" | "not-yet-open" | "open" | "closed-late-accepted" | "closed";

type CallTimes = {
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
};

/** A closing time closes the call by itself: nobody has to press a button at 17:00. */
export function callAvailability(call: CallTimes, now: Date): CallAvailability {
  if (call.state === "draft") return "not-public";
  if (call.state === "closed" || call.state === "archived") return "closed";
  if (call.state === "closed-late-accepted") return "closed-late-accepted";
  if (call.opensAt && now < new Date(call.opensAt)) return "not-yet-open";
  if (call.closesAt && now >= new Date(call.closesAt)) return "closed";
  return "open";
}

const londonDateTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
});

/** "5pm on Wednesday 15 December 2021", as GOV.UK writes times; midday and midnight in words. */
export function formatLondonTime(iso: string): string {
  const parts = Object.fromEntries(
    londonDateTime
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

const londonDate = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "15 December 2021", the day in London. */
export function formatLondonDate(iso: string): string {
  return londonDate.format(new Date(iso));
}
