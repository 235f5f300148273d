import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { type Comparison, comparedValues, valuesIn } from "../conditions.ts";
import { inLanguage } from "../languages.ts";
import { plainDateText } from "./date-words.ts";
import { importedText, oneValueForm } from "./one-value.ts";
import {
  type AnswerValue,
  commonQuestionShape,
  type QuestionType,
  shortCodeUnits,
} from "./question-type.ts";

const mostOfAll = 1_000_000_000;

export const wholeNumberQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("whole-number"),
  least: z.number().int().min(0).max(mostOfAll).default(0),
  most: z.number().int().min(1).max(mostOfAll).optional(),
});

/** "1,200" and "1 200" are one number; undefined where it is none. */
function readNumber(typed: string): number | undefined {
  const plain = plainDateText(typed.slice(0, shortCodeUnits));
  if (/^\d{1,10}$/.test(plain)) return Number(plain);
  return /^\d{1,3}([, ]\d{3}){1,3}$/.test(plain)
    ? Number(plain.replace(/[, ]/g, ""))
    : undefined;
}

function numberLine(value: AnswerValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const number = readNumber(value);
  return number === undefined ? value.trim() || undefined : String(number);
}

type WholeNumberQuestion = z.infer<typeof wholeNumberQuestion>;

/** A number that a rule compares with, as it is stored; undefined where it is none. */
function comparedNumber(value: string): number | undefined {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : mostOfAll + 1;
  return String(number) === value && number <= mostOfAll ? number : undefined;
}

/** A number that somebody types for a rule; undefined where no question takes it. */
export function readComparedNumber(typed: string): number | undefined {
  const number = readNumber(typed);
  return number !== undefined && number <= mostOfAll ? number : undefined;
}

/**
 * Whether a number is what a rule asks for. What is no number is none of it: it
 * is neither under one nor at least it, and only `is-not` holds of it.
 */
function holdsOfNumber(
  answer: AnswerValue | undefined,
  comparison: Comparison,
): boolean {
  const number = typeof answer === "string" ? readNumber(answer) : undefined;
  const { operator } = comparison;
  if (number === undefined) return operator === "is-not";
  const [first = Number.NaN, last = Number.NaN] = comparedValues(
    comparison,
  ).map((value) => comparedNumber(value) ?? Number.NaN);
  switch (operator) {
    case "is":
      return number === first;
    case "is-not":
      return number !== first;
    case "under":
      return number < first;
    case "at-least":
      return number >= first;
    case "at-most":
      return number <= first;
    case "over":
      return number > first;
    case "between":
      return number >= first && number <= last;
    default:
      return false;
  }
}

/**
 * Of the numbers that a question takes, one of each kind that rules tell apart:
 * between two neighbours of these they are all alike.
 */
function numbersToldApart(
  { least, most = mostOfAll }: WholeNumberQuestion,
  comparisons: Comparison[],
): string[] {
  const thresholds = valuesIn(comparisons).flatMap(
    (value) => comparedNumber(value) ?? [],
  );
  const numbers = [least, ...thresholds.flatMap((one) => [one, one + 1])]
    .filter((one) => one === least || (one > least && one <= most))
    .toSorted((one, other) => one - other)
    .map(String);
  const kinds = new Map<string, string>();
  for (const number of numbers) {
    const kind = comparisons.map((one) => holdsOfNumber(number, one)).join();
    if (!kinds.has(kind)) kinds.set(kind, number);
  }
  return [...kinds.values()];
}

/** Which of a question's numbers a rule asks for: all that its limits leave, none of them, or some. */
export function numbersMeantOf(
  question: WholeNumberQuestion,
  comparison: Comparison,
): "all" | "none" | "some" {
  const [first, ...others] = numbersToldApart(question, [comparison]);
  if (others.length > 0) return "some";
  return holdsOfNumber(first, comparison) ? "all" : "none";
}

export const wholeNumber: QuestionType<WholeNumberQuestion> = {
  form: { ...oneValueForm, mostCodeUnits: shortCodeUnits },
  schema: ({ least, most, required, missingMessage }, { language, messages }) =>
    z
      .string()
      .max(maxTextCodeUnits)
      .optional()
      .transform((typed = "", context) => {
        const refuse = (message: string) => {
          context.addIssue({ code: "custom", message });
          return z.NEVER;
        };
        if (plainDateText(typed) === "") {
          if (!required) return undefined;
          return refuse(
            missingMessage
              ? inLanguage(missingMessage, language)
              : messages.enterAnswer,
          );
        }
        const number = readNumber(typed);
        return number === undefined ||
          number < least ||
          number > (most ?? mostOfAll)
          ? refuse(messages.wholeNumber(least, most))
          : String(number);
      }),
  field: () => ({
    control: "text",
    type: "text",
    inputMode: "numeric",
    spellCheck: false,
    widthCharacters: 10,
  }),
  checkLine: (_question, value) => numberLine(value),
  searchText: (_question, value) => numberLine(value) ?? "",
  imported: importedText,
  comparison: {
    operators: [
      "is",
      "is-not",
      "under",
      "at-least",
      "at-most",
      "over",
      "between",
    ],
    knows: (_question, value) => comparedNumber(value) !== undefined,
    tried: numbersToldApart,
    holds: (_question, answer, comparison) => holdsOfNumber(answer, comparison),
  },
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "all",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
