import { z } from "zod";

/** The bank's question that one is a copy of, and the version whose words it has; no rule hangs on it. */
export const originSchema = z.strictObject({
  /** As the bank names it. */
  item: z.string().regex(/^[0-9a-f]{24}$/),
  version: z.number().int().min(1),
  /** Of one of those that are asked several times together: its id in the bank. */
  member: z.string().max(40).optional(),
  /** The newest version that somebody looked at and did not take. */
  passed: z.number().int().min(1).optional(),
});
