import { z } from "zod";
import { whichOfTwo } from "../typed-time.ts";
import { tidyText } from "../../text/foreign-text.ts";
import { readWholeNumber } from "../../text/whole-numbers.ts";
import { moveSchema } from "./move-one.ts";
import { maxPages } from "./working-copy.ts";

/** What can be the matter with what somebody typed; a screen says it. */
export type EditProblem =
  | "line-too-long"
  | "text-too-long"
  | "minutes-no-number"
  | "title-missing"
  | "place-no-number"
  | "question-missing"
  | "number-not-whole"
  | "note-missing"
  | "day-unreadable"
  | "value-missing"
  | "number-missing"
  | "numbers-backwards"
  | "page-missing"
  | "address-not-https"
  | "phone-not-digits"
  | "files-no-number"
  | "megabytes-no-number"
  | "again-reason-missing"
  | "again-none-chosen"
  | "alone-reason-missing";

const because = (problem: EditProblem) => problem;

const maxLineCharacters = 250;
const maxTextCharacters = 20_000;

/** One line; empty where nothing was typed. */
export const line = z
  .string()
  .optional()
  .transform((typed = "") => tidyText(typed).replace(/\s+/g, " "))
  .refine(
    (typed) => typed.length <= maxLineCharacters,
    because("line-too-long"),
  );

/** Several lines, as typed. */
export const text = z
  .string()
  .optional()
  .transform((typed = "") => tidyText(typed))
  .refine(
    (typed) => typed.length <= maxTextCharacters,
    because("text-too-long"),
  );

/** A number of one or more, as somebody types it. */
export function numberTyped(problem: EditProblem, most: number) {
  return z
    .string(problem)
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^[1-9]\d{0,8}$/, problem))
    .transform(Number)
    .pipe(z.number().max(most, problem));
}

/** Which text the form was filled in over. */
export const seen = z.string().max(40);

/** A tick where a translation goes with its English. */
export const dropsWelsh = z.enum(["yes"]).optional();

export const aboutFormSchema = z.object({
  title: line,
  summary: text,
  purpose: text,
  whoMayAnswer: text,
  howAnswersAreUsed: text,
  beforeYouStart: text,
  whatHappensNext: text,
  sendLabel: line,
  audience: line,
  minutes: numberTyped("minutes-no-number", 600).optional(),
  dropsWelsh,
  seen,
});

export const newPageSchema = z.object({
  title: line.refine((typed) => typed !== "", because("title-missing")),
});

export const pageFormSchema = z.object({
  title: line,
  intro: text,
  showIf: z.string().max(40).default(""),
  /** What follows once it is saved. */
  then: z.enum(["new-rule"]).optional(),
  section: z.string().max(40).default(""),
  dropsWelsh,
  seen,
});

/** The pages as they were shown, and the number that stands beside each. */
export const pageOrderSchema = z.object({
  page: z.array(z.string().max(40)).max(maxPages),
  place: z.array(numberTyped("place-no-number", 999_999_999)).max(maxPages),
  move: moveSchema,
});

const momentShape = {
  when: z.enum(["now", "later"]).default("now"),
  day: z.string().max(100).default(""),
  time: z.string().max(20).default(""),
  which: z.enum(whichOfTwo).optional(),
};

/** What is done about a working copy, and which one was looked at. */
export const publishFormSchema = z
  .object({
    step: z
      .enum(["publish", "propose", "approve", "return", "alone", "cancel"])
      .default("publish"),
    rowVersion: z
      .string()
      .default("")
      .transform((typed) => readWholeNumber(typed) ?? -1),
    /** To whoever proposed it. */
    note: text,
    /** Questions that people who have begun must be asked again, and why, in English and in Welsh. */
    again: z.array(z.string().max(100)).max(1000).default([]),
    reason: text,
    reasonCy: text,
    /** Of approving: now, or at the time that is given. */
    ...momentShape,
    /** Why it is published without a second person. */
    aloneReason: text,
  })
  .refine(({ step, aloneReason }) => step !== "alone" || aloneReason !== "", {
    path: ["aloneReason"],
    message: because("alone-reason-missing"),
  })
  .refine(({ again, reason }) => again.length === 0 || reason !== "", {
    path: ["reason"],
    message: because("again-reason-missing"),
  })
  .refine(({ again, reason }) => again.length > 0 || reason === "", {
    path: ["again"],
    message: because("again-none-chosen"),
  })
  .refine(({ step, note }) => step !== "return" || note !== "", {
    path: ["note"],
    message: because("note-missing"),
  });
