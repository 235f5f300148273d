import { z } from "zod";

/** Why words of people leave the portal. Each taking is an event that says which. */
export const takingReasons = [
  "report",
  "analysis",
  "meeting",
  "partner",
  "quality-check",
] as const;
export type TakingReason = (typeof takingReasons)[number];

export const takingSchema = z.object({
  reason: z.enum(takingReasons),
});
