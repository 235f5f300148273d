import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { inLanguage, type Language } from "../languages.ts";
import {
  type AnswerValue,
  choiceSchema,
  commonQuestionShape,
  type FieldChoice,
  type QuestionMessages,
  type QuestionType,
} from "./question-type.ts";

const choices = z.array(choiceSchema).min(2).max(60);

export const radiosQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("radios"),
  choices,
});
export const selectQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("select"),
  choices,
});
export const checkboxesQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("checkboxes"),
  choices,
});

type ChoiceQuestion =
  | z.infer<typeof radiosQuestion>
  | z.infer<typeof selectQuestion>
  | z.infer<typeof checkboxesQuestion>;

function fieldChoices(
  question: ChoiceQuestion,
  language: Language,
): FieldChoice[] {
  return question.choices.map((choice) => ({
    value: choice.value,
    label: inLanguage(choice.label, language),
    ...(choice.hint && { hint: inLanguage(choice.hint, language) }),
  }));
}

function labelOf(
  question: ChoiceQuestion,
  value: string,
  language: Language,
): string {
  const choice = question.choices.find(
    (candidate) => candidate.value === value,
  );
  return choice ? inLanguage(choice.label, language) : value;
}

function missingMessage(
  question: ChoiceQuestion,
  language: Language,
  fallback: string,
) {
  return question.missingMessage
    ? inLanguage(question.missingMessage, language)
    : fallback;
}

function oneChoiceSchema(
  question: ChoiceQuestion,
  language: Language,
  messages: QuestionMessages,
) {
  const values = new Set(question.choices.map((choice) => choice.value));
  const message = missingMessage(question, language, messages.selectOne);
  return z
    .string()
    .max(maxTextCodeUnits, message)
    .optional()
    .transform((value) => (value === "" ? undefined : value))
    .refine(
      (value) => (value === undefined ? !question.required : values.has(value)),
      message,
    );
}

function oneChoice(control: "radios" | "select"): QuestionType<ChoiceQuestion> {
  const text = (
    question: ChoiceQuestion,
    value: AnswerValue | undefined,
    language: Language,
  ) =>
    typeof value === "string" && value !== ""
      ? labelOf(question, value, language)
      : undefined;
  return {
    schema: (question, { language, messages }) =>
      oneChoiceSchema(question, language, messages),
    field: (question, language) => ({
      control,
      choices: fieldChoices(question, language),
    }),
    checkLine: text,
    searchText: (question, value, language) =>
      text(question, value, language) ?? "",
    exportColumns: (question) => [question.id],
    visibility: { identifyingByNature: false },
  };
}

export const radios = oneChoice("radios");
export const select = oneChoice("select");

function someChoicesText(
  question: ChoiceQuestion,
  value: AnswerValue | undefined,
  language: Language,
) {
  const values =
    typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  const labels = values.map((one) => labelOf(question, one, language));
  return labels.length > 0 ? labels.join("\n") : undefined;
}

export const checkboxes: QuestionType<ChoiceQuestion> = {
  schema: (question, { language, messages }) => {
    const known = new Set(question.choices.map((choice) => choice.value));
    const message = missingMessage(question, language, messages.selectSome);
    return z
      .union([z.string().transform((value) => [value]), z.array(z.string())])
      .optional()
      .transform((values) => [
        ...new Set((values ?? []).filter((value) => value !== "")),
      ])
      .refine((values) => values.every((value) => known.has(value)), message)
      .refine((values) => values.length > 0 || !question.required, message)
      .transform((values) => (values.length === 0 ? undefined : values));
  },
  field: (question, language) => ({
    control: "checkboxes",
    choices: fieldChoices(question, language),
  }),
  checkLine: someChoicesText,
  searchText: (question, value, language) =>
    someChoicesText(question, value, language) ?? "",
  exportColumns: (question) =>
    question.choices.map((choice) => `${question.id}:${choice.value}`),
  visibility: { identifyingByNature: false },
};
