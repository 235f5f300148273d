import { z } from "zod";
import { wordsSchema } from "./languages.ts";

/** What a version asks again of people who have begun on an earlier one: for safety or by law. */
export const asksAgainSchema = z.object({
  /** Ids of questions that are new or changed. */
  questions: z.array(z.string().max(100)).min(1),
  /** Told to whoever is asked again. */
  reason: wordsSchema,
});

export type AsksAgain = z.infer<typeof asksAgainSchema>;

/** As it is stored; undefined where nothing is asked again. */
export function readAsksAgain(stored: string | null): AsksAgain | undefined {
  return stored === null
    ? undefined
    : asksAgainSchema.parse(JSON.parse(stored));
}
