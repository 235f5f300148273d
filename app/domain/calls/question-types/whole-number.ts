import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
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

export const wholeNumber: QuestionType<z.infer<typeof wholeNumberQuestion>> = {
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
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "all",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
