import { z } from "zod";
import type { CallState } from "./calls.ts";

export const maxDeciderCharacters = 100;

const extensionSchema = z.object({
  /** The closing that people had been told; null where the call was closed otherwise. ISO-8601 UTC. */
  from: z.string().nullable(),
  to: z.string(),
  at: z.string(),
  /** Who decided it, as the public page says it; null for the review. */
  decidedBy: z.string().max(maxDeciderCharacters).nullable(),
});

export type Extension = z.infer<typeof extensionSchema>;

export const extensionsSchema = z.array(extensionSchema);

/**
 * What moving a closing, to later or to earlier, adds to what was told of it;
 * undefined where nothing was told that is not so any more: a first closing time.
 */
export function extensionBy(
  call: { state: CallState; closesAt: string | null },
  change: { closesAt: string; decidedBy: string | null; now: Date },
): Extension | undefined {
  const isClosed =
    call.state === "closed" || call.state === "closed-late-accepted";
  const told = call.closesAt;
  const isTold =
    told !== null && !(isClosed && told > change.now.toISOString());
  if (!isTold && !isClosed) return undefined;
  if (isTold && told === change.closesAt) return undefined;
  const { closesAt: to, decidedBy, now } = change;
  return { from: isTold ? told : null, to, at: now.toISOString(), decidedBy };
}
