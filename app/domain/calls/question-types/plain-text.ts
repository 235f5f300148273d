import { z } from "zod";
import { type CallWords, inLanguage } from "../languages.ts";
import type { QuestionMessages, Reading } from "./question-type.ts";

/** Characters as people count them: code points, so that an emoji is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

const formatCount = new Intl.NumberFormat("en-GB");

/**
 * What is kept of a typed text: NFC, line ends as LF, no NUL or other
 * control characters, lone surrogates and the private-use characters that mark
 * search hits replaced; outer blank space dropped.
 */
export function tidyText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .replace(/[\uE000\uE001]/g, "\uFFFD")
    .trim();
}

type TextRule = {
  required: boolean;
  missing: string;
  maxCharacters: number;
  messages: QuestionMessages;
};

/** A typed text within its limit; an empty one is `undefined` where it may be left out. */
function tidyTextSchema(rule: TextRule) {
  return z
    .string()
    .max(
      2_000_000,
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
