import { z } from "zod";
import {
  type EvidenceItem,
  evidenceItemSchema,
  maxEvidenceItems,
} from "../evidence-items/evidence-item.ts";
import {
  itemLine,
  itemOwnWords,
  itemText,
} from "../evidence-items/describe-item.ts";
import { inLanguage, type Language } from "../languages.ts";
import { answeredElsewhere } from "./answered-elsewhere.ts";
import {
  type AnswerValue,
  choiceSchema,
  commonQuestionShape,
  evidenceAnswerSchema,
  type QuestionType,
} from "./question-type.ts";

/** Studies, reports and evaluations, one item each; it stands on a page of its own, with pages behind it. */
export const evidenceItemsQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("evidence-items"),
  /** Which of the review's questions an item speaks to. */
  topics: z.array(choiceSchema).max(60).default([]),
});

export type EvidenceQuestion = z.infer<typeof evidenceItemsQuestion>;

const itemsSchema = z.object({
  items: z.array(evidenceItemSchema).min(1).max(maxEvidenceItems),
});

/** The items of an answer; none where it is no such answer. */
export function evidenceItemsOf(
  value: AnswerValue | undefined,
): EvidenceItem[] {
  if (!evidenceAnswerSchema.safeParse(value).success) return [];
  return itemsSchema.parse(value).items;
}

/** @returns the answer that holds these items; undefined where there are none. */
export function evidenceAnswer(items: EvidenceItem[]): AnswerValue | undefined {
  return items.length > 0 ? { items } : undefined;
}

/** The topics of a question in a language. */
export function topicsOf({ topics }: EvidenceQuestion, language: Language) {
  return topics.map(({ value, label }) => ({
    value,
    label: inLanguage(label, language),
  }));
}

export const evidenceItems: QuestionType<EvidenceQuestion> = {
  // Its pages save each item by itself; the question's own page has nothing to send.
  form: answeredElsewhere,
  schema: (question, { language, messages }) =>
    itemsSchema.optional().superRefine((answer, context) => {
      if (answer || !question.required) return;
      const message = question.missingMessage
        ? inLanguage(question.missingMessage, language)
        : messages.addEvidence;
      context.addIssue({ code: "custom", message });
    }),
  field: () => ({ control: "evidence" }),
  checkLine: (_question, value) =>
    evidenceItemsOf(value).map(itemLine).join("\n") || undefined,
  searchText: (question, value, language, labels) => {
    const topics = topicsOf(question, language);
    return evidenceItemsOf(value)
      .map((item) => (labels ? itemText(item, labels, topics) : itemLine(item)))
      .join("\n\n");
  },
  imported: undefined,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "none",
  ownWords: (value) => evidenceItemsOf(value).map(itemOwnWords).join("\n\n"),
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
