import { z } from "zod";
import { line, seen } from "../authoring/forms.ts";

export const maxBankQuestions = 500;
/** In UTF-16 code units of JSON. */
export const maxKeptSize = 100_000;

const name = line.refine((typed) => typed !== "", "bank-name-missing");

/** A question of a call that goes into the bank: as a new one, or as the next version of the one it is a copy of. */
export const keepQuestionSchema = z.object({
  as: z.enum(["new", "next"]).default("new"),
  name,
  group: line,
  /** Of the one that it would be the next version of; empty for a new one. */
  seen: seen.default(""),
});

/** What the bank calls a question, and whether it can be taken. */
export const bankAboutSchema = z.object({
  step: z.enum(["save", "retire", "restore"]).default("save"),
  name,
  group: line,
  seen,
});

/** Which questions are copied onto a page: those chosen, or a whole named group. */
export const takeFromBankSchema = z
  .object({
    item: z.array(z.string().max(24)).max(maxBankQuestions).default([]),
    whole: z.string().max(250).optional(),
  })
  .refine(({ item, whole }) => item.length > 0 || whole !== undefined, {
    path: ["item"],
    message: "bank-none-chosen",
  });

/** What becomes of a newer version, and which one was looked at. */
export const newerVersionSchema = z.object({
  step: z.enum(["take", "keep"]),
  version: z.coerce.number().int().min(1),
  seen,
});

/** What is said of a field; a screen has the words. */
export type BankProblem = "bank-name-missing" | "bank-none-chosen";
