import { z } from "zod";
import { inLanguage, type Language, wordsSchema } from "../languages.ts";
import { answeredElsewhere } from "./answered-elsewhere.ts";
import {
  checkboxesQuestion,
  radiosQuestion,
  selectQuestion,
} from "./choices.ts";
import { dateQuestion } from "./date.ts";
import { longTextQuestion } from "./long-text.ts";
import {
  type AnswerValue,
  commonQuestionShape,
  type QuestionType,
} from "./question-type.ts";
import { shortTextQuestion } from "./short-text.ts";
import { wholeNumberQuestion } from "./whole-number.ts";

const mostItems = 50;

/** The kinds of questions that can be asked again. */
export const memberTypes = [
  "short-text",
  "long-text",
  "radios",
  "checkboxes",
  "select",
  "date",
  "whole-number",
] as const;

/** What can be asked again: no files, and nothing that has a list of its own. */
const memberQuestion = z.discriminatedUnion("type", [
  shortTextQuestion,
  longTextQuestion,
  radiosQuestion,
  checkboxesQuestion,
  selectQuestion,
  dateQuestion,
  wholeNumberQuestion,
]);

/** Questions that are asked again for each of several things; it stands on a page of its own, and each item has one behind it. */
export const repeatingGroupQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("group"),
  /** What one of them is called, with a capital: "Placement". */
  itemName: wordsSchema,
  /** How many there have to be, where there are any or it is required. */
  min: z.number().int().min(1).max(mostItems).default(1),
  max: z.number().int().min(1).max(mostItems).default(10),
  questions: z.array(memberQuestion).min(1).max(20),
});

export type RepeatingGroup = z.infer<typeof repeatingGroupQuestion>;

/** Which item of which group a page is about. */
export type ItemOf = {
  /** The page with the list of items. */
  pageId: string;
  itemId: string;
  /** From 1, in the order of the list. */
  number: number;
  itemName: RepeatingGroup["itemName"];
};

const groupAnswerSchema = z.strictObject({
  items: z.array(z.object({ id: z.string().regex(/^[1-9]\d{0,2}$/) })),
});

/** The items of an answer by their ids, in order; none where it is no such answer. */
export function groupItemIds(value: AnswerValue | undefined): string[] {
  const read = groupAnswerSchema.safeParse(value);
  return read.success ? read.data.items.map(({ id }) => id) : [];
}

/** @returns the answer that has these items; undefined where there are none. */
export function groupAnswer(ids: string[]): AnswerValue | undefined {
  return ids.length > 0 ? { items: ids.map((id) => ({ id })) } : undefined;
}

/** A line for each item, by its number. */
function namesOfItems(
  { itemName }: RepeatingGroup,
  value: AnswerValue | undefined,
  language: Language,
): string {
  const name = inLanguage(itemName, language);
  return groupItemIds(value)
    .map((_id, at) => `${name} ${at + 1}`)
    .join("\n");
}

export const repeatingGroup: QuestionType<RepeatingGroup> = {
  // Its items are added by buttons of their own, and answered on pages of their own.
  form: answeredElsewhere,
  schema: (question, { language, messages }) =>
    groupAnswerSchema.optional().superRefine((answer, context) => {
      const count = answer?.items.length ?? 0;
      if (count === 0 && !question.required) return;
      const { min, max } = question;
      const say = (message: string) =>
        context.addIssue({ code: "custom", message });
      if (count < min)
        say(
          question.missingMessage
            ? inLanguage(question.missingMessage, language)
            : messages.addAtLeast(min),
        );
      if (count > max) say(messages.removeUntil(max));
    }),
  field: () => ({ control: "group" }),
  checkLine: (question, value, language) =>
    namesOfItems(question, value, language) || undefined,
  searchText: namesOfItems,
  imported: undefined,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "none",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
