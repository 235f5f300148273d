import { z } from "zod";
import type { JsonText } from "#app/db/schema.ts";
import type { Language } from "../languages.ts";
import { wordsSchema } from "../languages.ts";

/** What a person answered to one question, as it came from the form, whether or not it fits. */
export type AnswerValue = z.infer<typeof answerValueSchema>;
export type DateParts = z.infer<typeof datePartsSchema>;

const datePartsSchema = z.object({
  day: z.string(),
  month: z.string(),
  year: z.string(),
});
const answerValueSchema = z.union([
  z.string(),
  z.array(z.string()),
  datePartsSchema,
]);

/** An answer as a column keeps it. @throws on what no type of question stores. */
export function readStoredAnswer(json: JsonText): AnswerValue {
  return answerValueSchema.parse(JSON.parse(json));
}

/** The words of messages that belong to a kind of question and not to one question. */
export type QuestionMessages = {
  enterAnswer: string;
  selectOne: string;
  selectSome: string;
  enterDate: string;
  notRealDate: string;
  emailFormat: string;
  tooLong: (maxCharacters: string) => string;
  cannotBeStored: string;
  selectFile: string;
  /** Where nothing at all was answered and no file chosen. */
  answerSomething: string;
};

/** What every question says of itself in a definition. */
export const commonQuestionShape = {
  /** Stays the same over all versions of a definition. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: wordsSchema,
  hint: wordsSchema.optional(),
  required: z.boolean().default(false),
  /** The message where a required answer is missing: "Enter ..." or "Select ...". */
  missingMessage: wordsSchema.optional(),
  /** Goes to the identity store; queues, search, exports and assessors never select it. */
  identifying: z.boolean().default(false),
  visibleToAssessor: z.boolean().default(false),
  publishable: z.boolean().default(false),
};

export const choiceSchema = z.object({
  value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  label: wordsSchema,
  hint: wordsSchema.optional(),
});

export type Reading = { language: Language; messages: QuestionMessages };

/** How a question is asked: the shape `app/ui`'s fields take, told without importing them. */
export type FieldDescription =
  | {
      control: "text";
      type: "text" | "email";
      autoComplete?: string | undefined;
      spellCheck: boolean;
      widthCharacters?: 5 | 10 | 20 | 30 | undefined;
    }
  | { control: "long-text"; maxCharacters: number }
  | { control: "radios" | "checkboxes" | "select"; choices: FieldChoice[] }
  | { control: "date" }
  | { control: "files" };

export type FieldChoice = {
  value: string;
  label: string;
  hint?: string | undefined;
};

/**
 * The six things a type of question says once. `visibility` is the sixth: the
 * flags of the definition may narrow it, never widen it.
 */
export type QuestionType<Question> = {
  /** Validates what the form sent; the parsed value is what is stored. */
  schema: (
    question: Question,
    reading: Reading,
  ) => z.ZodType<AnswerValue | undefined>;
  field: (question: Question, language: Language) => FieldDescription;
  /** Its line on "check your answers"; undefined where nothing was answered. */
  checkLine: (
    question: Question,
    value: AnswerValue | undefined,
    language: Language,
  ) => string | undefined;
  /** What is frozen for reading, search and passages. */
  searchText: (
    question: Question,
    value: AnswerValue,
    language: Language,
  ) => string;
  exportColumns: (question: Question) => string[];
  visibility: { identifyingByNature: boolean };
};
