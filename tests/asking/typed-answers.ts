import type { Language } from "#app/domain/calls/languages.ts";
import {
  questionSchema,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import { wordsIn } from "#app/words/words.ts";

/** The day on which the questions of these tests are answered. */
export const today = "2026-11-26";

/** A question as its type reads what was typed: what is kept, what is said against it, what the check shows. */
export function ask(question: object, language: Language = "en") {
  const asked = questionSchema.parse({
    id: "asked",
    label: { en: "Asked" },
    ...question,
  });
  const type = questionTypeOf(asked);
  const { questions: messages } = wordsIn(language);
  const schema = type.schema(asked, { language, messages, today });
  return {
    read: (value: unknown) => schema.safeParse(value),
    line: (value: Parameters<typeof type.checkLine>[1]) =>
      type.checkLine(asked, value, language),
    /** The first message, with the parts that it is about. */
    refusal: (value: unknown) => {
      const issues = schema.safeParse(value).error?.issues ?? [];
      return {
        message: issues[0]?.message,
        parts: issues.map(({ path }) => path[0]),
      };
    },
  };
}
