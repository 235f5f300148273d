import { z } from "zod";
import { countCharacters, tidyText } from "../../text/foreign-text.ts";
import { type CallWords, inLanguage } from "../languages.ts";
import type {
  AnswerValue,
  QuestionMessages,
  Reading,
} from "./question-type.ts";

const formatCount = new Intl.NumberFormat("en-GB");

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
  return z
    .string()
    .max(
      maxTypedCodeUnits(rule.maxCharacters),
      rule.messages.tooLong(formatCount.format(rule.maxCharacters)),
    )
    .optional()
    .transform((text) => tidyText(text ?? ""))
    .superRefine((text, context) => {
      if (text === "" && rule.required) {
        context.addIssue({ code: "custom", message: rule.missing });
      } else if (countCharacters(text) > rule.maxCharacters) {
        context.addIssue({
          code: "custom",
          message: rule.messages.tooLong(
            formatCount.format(rule.maxCharacters),
          ),
        });
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
