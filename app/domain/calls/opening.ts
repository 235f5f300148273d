import { callAvailability, type CallState } from "./calls.ts";

/** Where a call stands, as the public is told; times are ISO-8601 UTC. */
export type CallOpening =
  | { kind: "open" }
  | {
      kind: "open-until";
      at: string;
      isSoon: boolean;
      /** Whole days that are left. */
      daysLeft: number;
    }
  | { kind: "opens-at"; at: string }
  | { kind: "closed-at"; at: string }
  /** Closed, and open to those who were given a code. */
  | { kind: "late-by-code"; at: string | undefined }
  | { kind: "closed" };

const dayMilliseconds = 24 * 60 * 60 * 1000;
const soonDays = 7;

/** @returns undefined for a call the public must not know of. */
export function callOpening(
  call: { state: CallState; opensAt: string | null; closesAt: string | null },
  now: Date,
): CallOpening | undefined {
  const { opensAt, closesAt } = call;
  switch (callAvailability(call, now)) {
    case "not-public":
      return undefined;
    case "not-yet-open":
      return { kind: "opens-at", at: opensAt ?? "" };
    case "open": {
      if (!closesAt) return { kind: "open" };
      const left = new Date(closesAt).getTime() - now.getTime();
      const daysLeft = Math.floor(left / dayMilliseconds);
      const isSoon = daysLeft < soonDays;
      return { kind: "open-until", at: closesAt, isSoon, daysLeft };
    }
    case "closed": {
      const at = closingTime(closesAt, now);
      return at ? { kind: "closed-at", at } : { kind: "closed" };
    }
    case "closed-late-accepted":
      return { kind: "late-by-code", at: closingTime(closesAt, now) };
  }
}

/** A call can be closed by hand before its time: then that time is not when it closed. */
function closingTime(closesAt: string | null, now: Date): string | undefined {
  if (!closesAt || new Date(closesAt) > now) return undefined;
  return closesAt;
}

/** Whether the time to answer is over, also where late answers are still taken. */
export function hasClosed(opening: CallOpening): boolean {
  return !takesAnswers(opening) && opening.kind !== "opens-at";
}

/** Whether anybody can start or send answers now. */
export function takesAnswers(opening: CallOpening): boolean {
  return opening.kind === "open" || opening.kind === "open-until";
}
