import type { VisibleResponse } from "../responses/visible-responses.ts";

/** As many as one page lists; the rest comes up as these are decided. */
export const maxWaitingResponses = 100;

/** A response with proposals that wait for a second person. */
export type WaitingResponse = Pick<VisibleResponse, "reference" | "callId"> & {
  /** How many this viewer may decide, and how many they proposed themselves. */
  forViewer: number;
  own: number;
  /** ISO-8601 UTC: the oldest of them. */
  since: string;
};
