import type { ResponseState } from "./responses.ts";

/** The states that "take next" hands out. */
export const claimableStates = [
  "received",
  "in-triage",
] as const satisfies readonly ResponseState[];

/** The states in which a response still asks for somebody's work; the column `awaits_triage` says the same. */
export const awaitingStates = [
  ...claimableStates,
  "needs-second-look",
] as const satisfies readonly ResponseState[];

export function awaitsTriage(state: ResponseState): boolean {
  return awaitingStates.some((awaiting) => awaiting === state);
}

export const claimMinutes = 30;
