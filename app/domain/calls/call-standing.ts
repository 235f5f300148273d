import { callAvailability, type CallState } from "./calls.ts";

/**
 * Where a call stands for whoever keeps it: its state, and what the clock has
 * made of it. `closed-by-time` needs nobody to press anything.
 */
export type CallStanding =
  | "draft"
  | "opens-later"
  | "open"
  | "closing-announced"
  | "closed-by-time"
  | "closed-late-accepted"
  | "closed"
  | "archived";

/** The standing of a call at this moment. */
export function callStanding(
  call: { state: CallState; opensAt: string | null; closesAt: string | null },
  now: Date,
): CallStanding {
  const { state } = call;
  if (state !== "open" && state !== "closing-announced") return state;
  switch (callAvailability(call, now)) {
    case "not-yet-open":
      return "opens-later";
    case "closed":
      return "closed-by-time";
    default:
      return call.closesAt ? "closing-announced" : "open";
  }
}
