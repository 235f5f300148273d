import { z } from "zod";
import type { Question } from "../question-types/question-types.ts";
import { meanings } from "../meanings.ts";
import {
  dropsWelsh,
  type EditProblem,
  line,
  numberTyped,
  seen,
  text,
} from "./forms.ts";
import { moveSchema } from "./move-one.ts";
import { maxQuestionsOfPage } from "./working-copy.ts";

/** The kinds of questions that can be made and changed on a screen. */
export const editableTypes = [
  "short-text",
  "long-text",
  "radios",
  "checkboxes",
  "select",
  "date",
  "whole-number",
  "email",
  "file-upload",
  "evidence-items",
  "group",
] as const satisfies readonly Question["type"][];
export type EditableType = (typeof editableTypes)[number];

/** What can be said of a question beside its words; each stands in the version that is answered. */
export const questionSettings = [
  "required",
  "identifying",
  "shownInQueue",
  "visibleToAssessor",
  "publishable",
  "sensitive",
] as const;

/** How little of a date is enough. */
export const datePrecisions = ["day", "month", "year"] as const;

export const maxOptions = 60;
/** Empty boxes for more options, each time the form is opened. */
export const emptyOptions = 4;

const because = (problem: EditProblem) => problem;
const boxes = z
  .array(z.string().max(2_000).optional())
  .max(maxOptions + emptyOptions)
  .default([]);
const number = numberTyped("number-not-whole", 999_999_999).optional();

export const questionFormSchema = z.object({
  type: z.enum(editableTypes),
  label: line.refine((typed) => typed !== "", because("question-missing")),
  hint: text,
  settings: z
    .array(z.enum(questionSettings))
    .max(questionSettings.length)
    .default([]),
  maxCharacters: number,
  least: z.coerce
    .number(because("number-not-whole"))
    .int(because("number-not-whole"))
    .min(0, because("number-not-whole"))
    .optional(),
  most: number,
  precision: z.enum(datePrecisions).optional(),
  /** What a missing answer is called: "Enter your name". */
  missingMessage: line,
  /** What more hangs on the answer; left out, it stays as it is. */
  meaning: z.enum([...meanings, "none"]).optional(),
  /** Of questions that are asked several times: the name of one, and the first of them. */
  itemName: line,
  firstQuestion: line,
  /** Of which such question it is one. */
  group: z.string().max(40).optional(),
  dropsWelsh,
  /** One of each a box: what was stored, what is read, and its place. */
  optionValue: boxes,
  optionLabel: boxes,
  optionPlace: boxes,
  /** Of the option in one of the boxes, by its number from 0. */
  move: moveSchema,
  seen,
});

export type QuestionForm = z.output<typeof questionFormSchema>;

/** The questions as they were shown, and the number that stands beside each. */
export const questionOrderSchema = z.object({
  page: z.array(z.string().max(40)).max(maxQuestionsOfPage),
  place: z
    .array(numberTyped("place-no-number", 999_999_999))
    .max(maxQuestionsOfPage),
  move: moveSchema,
});

/** The page that a question is moved to. */
export const moveQuestionSchema = z.object({
  to: z.string(because("page-missing")).max(40),
  seen,
});
