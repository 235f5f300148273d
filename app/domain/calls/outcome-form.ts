import { z } from "zod";
import { largestWholeNumber } from "../text/whole-numbers.ts";

/** The first page of a call's outcome is no report: that is published elsewhere and linked. */
export const maxOutcomeCharacters = 20_000;

/** What can be the matter with the form; a screen says it. */
export type OutcomeProblem =
  "outcome-missing" | "outcome-too-long" | "version-missing";

const because = (problem: OutcomeProblem) => problem;

const text = z
  .string()
  .trim()
  .max(maxOutcomeCharacters, because("outcome-too-long"))
  .default("");

/** What came of a call, as `Prose` by language. */
export const outcomeSchema = z
  .object({
    en: text,
    cy: text,
    rowVersion: z.coerce
      .number({ error: because("version-missing") })
      .int(because("version-missing"))
      .min(1, because("version-missing"))
      .max(largestWholeNumber, because("version-missing")),
    step: z.enum(["preview", "tell", "take-back"]).default("preview"),
  })
  .superRefine(({ en, step }, context) => {
    if (en === "" && step !== "take-back")
      context.addIssue({
        ...{ code: "custom", path: ["en"] },
        message: because("outcome-missing"),
      });
  });
