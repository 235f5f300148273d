import { z } from "zod";
import {
  caseAnswers,
  caseEndings,
  caseOutcomes,
  passingWays,
  safeguardingKinds,
} from "#app/db/column-values.ts";
import { readTypedDay } from "../../calls/question-types/typed-day.ts";
import { largestWholeNumber } from "../../text/whole-numbers.ts";

/** What can be the matter with a form of a case; a screen says it. */
export type CaseProblem =
  | "case-words-missing"
  | "case-words-too-long"
  | "passed-to-missing"
  | "passed-to-too-long"
  | "day-missing"
  | "way-missing"
  | "outcome-missing"
  | "ending-missing"
  | "answer-missing";

const because = (problem: CaseProblem) => problem;

export const maxCaseCharacters = 5_000;

const words = z
  .string(because("case-words-missing"))
  .trim()
  .min(1, because("case-words-missing"))
  .max(maxCaseCharacters, because("case-words-too-long"));

/** Of what somebody is worried; whoever is not sure says nothing. */
export const kindSchema = z.enum(safeguardingKinds).catch("other");

export const takeUpSchema = z.object({
  seenTakenById: z.string().max(100).default(""),
});

const day = z.string(because("day-missing")).transform((typed, refinement) => {
  const iso = readTypedDay(typed);
  if (iso !== undefined) return iso;
  refinement.addIssue({ code: "custom", message: because("day-missing") });
  return z.NEVER;
});

export const passingSchema = z.object({
  passedTo: z
    .string(because("passed-to-missing"))
    .trim()
    .min(1, because("passed-to-missing"))
    .max(200, because("passed-to-too-long")),
  passedOn: day,
  way: z.enum(passingWays, because("way-missing")),
  why: words,
});

const proposalSchema = z.object({
  intent: z.literal("propose"),
  outcome: z.enum(caseOutcomes, because("outcome-missing")),
  ending: z.enum(caseEndings, because("ending-missing")),
  words,
});

const answerSchema = z.object({
  intent: z.literal("answer"),
  answer: z.enum(caseAnswers, because("answer-missing")),
  proposalId: z.number().int().min(1).max(largestWholeNumber),
  words,
});

export const decisionOnCaseSchema = z.discriminatedUnion("intent", [
  proposalSchema,
  answerSchema,
]);
