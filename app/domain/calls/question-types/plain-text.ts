import { z } from "zod";
import { countCharacters, tidyText } from "../../text/foreign-text.ts";
import { type CallWords, inLanguage } from "../languages.ts";
import type {
  AnswerValue,
  QuestionMessages,
  Reading,
} from "./question-type.ts";

type TextRule = {
  required: boolean;
  missing: string;
  maxCharacters: number;
  messages: QuestionMessages;
};

/** A text longer than this is too long before it is tidied: blanks around it and letters typed in parts are allowed for. */
function maxTypedCodeUnits(maxCharacters: number): number {
  return Math.max(1_000, 4 * maxCharacters);
}

/** A typed text within its limit; an empty one is `undefined` where it may be left out. */
function tidyTextSchema(rule: TextRule) {
  const { maxCharacters, messages } = rule;
  const isUntidied = (text: string) =>
    text.length > maxTypedCodeUnits(maxCharacters);
  return z
    .string()
    .optional()
    .transform((typed = "") => {
      const text = typed.trim();
      return isUntidied(text) ? text : tidyText(text);
    })
    .superRefine((text, context) => {
      const over = countCharacters(text) - maxCharacters;
      if (text === "" && rule.required) {
        context.addIssue({ code: "custom", message: rule.missing });
      } else if (over > 0) {
        const message = messages.tooLong(maxCharacters, over);
        context.addIssue({ code: "custom", message });
      }
    })
    .transform((text) => (text === "" ? undefined : text));
}

type TextQuestion = {
  required: boolean;
  missingMessage?: CallWords | undefined;
  maxCharacters: number;
};

/** The schema of a question that is answered in words, short or long. */
export function textQuestionSchema(
  question: TextQuestion,
  { language, messages }: Reading,
) {
  return tidyTextSchema({
    required: question.required,
    missing: question.missingMessage
      ? inLanguage(question.missingMessage, language)
      : messages.enterAnswer,
    maxCharacters: question.maxCharacters,
    messages,
  });
}

/** A typed text as it will be kept, so that what a person checks is what is sent. */
export function textLine(value: AnswerValue | undefined): string | undefined {
  return (typeof value === "string" && tidyText(value)) || undefined;
}
