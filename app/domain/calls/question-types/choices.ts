import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { type Comparison, comparedValues, valuesIn } from "../conditions.ts";
import { inLanguage, type Language } from "../languages.ts";
import { oneValueForm } from "./one-value.ts";
import {
  type AnswerForm,
  type AnswerValue,
  type CellSource,
  choiceSchema,
  commonQuestionShape,
  type FieldChoice,
  openAnswer,
  type QuestionMessages,
  type QuestionType,
  shortCodeUnits,
} from "./question-type.ts";
import { choicesToldApart, setsOf } from "./told-apart.ts";

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

/** What a cell says, by the import's map, else by the choice's own value or words. */
function findChoice(
  question: ChoiceQuestion,
  mapped: CellSource["mapped"],
  cell: string,
): string | undefined {
  const said = mapped(cell).toLowerCase();
  return question.choices.find(
    ({ value, label }) =>
      value === said || inLanguage(label, "en").toLowerCase() === said,
  )?.value;
}

function hasChoice({ choices }: ChoiceQuestion, value: string): boolean {
  return choices.some((choice) => choice.value === value);
}

function holdsOfChoice(
  _question: ChoiceQuestion,
  answer: AnswerValue,
  comparison: Comparison,
): boolean {
  const isAmong = comparedValues(comparison).some((value) => value === answer);
  return comparison.operator === "is-not" ? !isAmong : isAmong;
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
    form: { ...oneValueForm, mostCodeUnits: shortCodeUnits },
    schema: (question, { language, messages }) =>
      oneChoiceSchema(question, language, messages),
    field: (question, language) => ({
      control,
      choices: fieldChoices(question, language),
    }),
    checkLine: text,
    searchText: (question, value, language) =>
      text(question, value, language) ?? "",
    imported: {
      needsFormat: false,
      expected: "choice",
      read: (question, cell, { mapped }) => findChoice(question, mapped, cell),
    },
    comparison: {
      operators: ["is", "is-not", "is-one-of"],
      knows: hasChoice,
      tried: ({ choices }, comparisons) =>
        choicesToldApart(choices, valuesIn(comparisons)),
      holds: holdsOfChoice,
    },
    choiceValues: ({ choices }) => choices.map(({ value }) => value),
    prose: "none",
    ownWords: "none",
    takesFiles: false,
    visibility: { identifyingByNature: false },
  };
}

export const radios = oneChoice("radios");
export const select = oneChoice("select");

function openChoices(value: AnswerValue | undefined): string[] {
  const opened = openAnswer(value);
  if (typeof opened === "string") return [opened];
  return Array.isArray(opened) ? opened : [];
}

function someChoicesText(
  question: ChoiceQuestion,
  value: AnswerValue | undefined,
  language: Language,
) {
  const values = openChoices(value);
  const labels = values.map((one) => labelOf(question, one, language));
  return labels.length > 0 ? labels.join("\n") : undefined;
}

const someChoicesForm: AnswerForm = {
  names: (id) => [id],
  mostValues: 100,
  mostCodeUnits: shortCodeUnits,
  typed: z
    .union([z.string().transform((value) => [value]), z.array(z.string())])
    .optional(),
  write: (id, value) => openChoices(value).map((one) => [id, one]),
};

export const checkboxes: QuestionType<ChoiceQuestion> = {
  form: someChoicesForm,
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
  imported: {
    needsFormat: false,
    expected: "choice",
    read: (question, cell, { mapped, separator }) => {
      const chosen = cell
        .split(separator)
        .map((one) => one.trim())
        .filter((one) => one !== "")
        .map((one) => findChoice(question, mapped, one));
      return chosen.every((one) => one !== undefined) ? chosen : undefined;
    },
  },
  comparison: {
    operators: ["includes"],
    knows: hasChoice,
    tried: ({ choices }, comparisons) =>
      setsOf(choicesToldApart(choices, valuesIn(comparisons))),
    holds: (_question, answer, comparison) =>
      comparedValues(comparison).some((value) =>
        openChoices(answer).includes(value),
      ),
  },
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "none",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
