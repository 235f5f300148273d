import { z } from "zod";
import type { JsonText } from "#app/db/tables/column-types.ts";
import type { Comparison, Operator } from "../conditions.ts";
import type { EvidenceLabels } from "../evidence-items/describe-item.ts";
import type { Language } from "../languages.ts";
import { meanings } from "../meanings.ts";
import { wordsSchema } from "../languages.ts";
import { originSchema } from "./origin.ts";

/**
 * What a person answered to one question, as it came from the form, whether or
 * not it fits. It is kept, compared and handed on; only the question's type
 * looks inside.
 */
export type AnswerValue = NonNullable<unknown>;
export type DateParts = z.infer<typeof datePartsSchema>;
/** What a field shows of an answer: the shape `app/ui`'s fields take, told without importing them. */
export type FieldValue = z.infer<typeof fieldValueSchema>;

const datePartsSchema = z.object({
  day: z.string(),
  month: z.string(),
  year: z.string(),
});
const fieldValueSchema = z.union([
  z.string(),
  z.array(z.string()),
  datePartsSchema,
]);

/** Of evidence items: its own type looks into them where they are asked for. */
export const evidenceAnswerSchema = z.strictObject({
  items: z.array(z.looseObject({ id: z.string() })),
});

const storedAnswerSchema = z.union([evidenceAnswerSchema, fieldValueSchema]);

/** An answer as a column keeps it. @throws on what no type of question stores. */
export function readStoredAnswer(json: JsonText): AnswerValue {
  return storedAnswerSchema.parse(JSON.parse(json));
}

/** For the types of questions, and for the field that shows what was answered. */
export function openAnswer(
  value: AnswerValue | undefined,
): FieldValue | undefined {
  return fieldValueSchema.safeParse(value).data;
}

/** Answers are compared as they are stored: JSON of plain values in a fixed order. */
export function isSameAnswer(
  one: AnswerValue | undefined,
  other: AnswerValue | undefined,
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type DatePart = keyof DateParts;

/** What is said of a date that cannot be kept; each names its question. */
export type DateMessages = {
  missing: (label: string, parts: DatePart[]) => string;
  notANumber: (label: string, parts: DatePart[]) => string;
  noSuchDay: (label: string, month: string, days: number) => string;
  unreadable: (label: string, precision: DatePart) => string;
  /** The limit is undefined where it is the day of answering. */
  tooEarly: (label: string, limit: string | undefined) => string;
  tooLate: (label: string, limit: string | undefined) => string;
};

/** The words of messages that belong to a kind of question and not to one question. */
export type QuestionMessages = {
  enterAnswer: string;
  selectOne: string;
  selectSome: string;
  enterDate: string;
  dates: DateMessages;
  emailFormat: string;
  /** Where an address stands among other words, or has a blank in it. */
  emailAlone: string;
  wholeNumber: (least: number, most: number | undefined) => string;
  tooLong: (maxCharacters: number, over: number) => string;
  cannotBeStored: string;
  selectFile: string;
  addEvidence: string;
  addAtLeast: (count: number) => string;
  removeUntil: (count: number) => string;
  evidence: EvidenceLabels;
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
  /** What more hangs on the answer than its words; each once in a form. */
  meaning: z.enum(meanings).optional(),
  /** Staff see it beside each response in their lists: two questions at most. */
  shownInQueue: z.boolean().default(false),
  // Read by nothing yet: promises to whoever answers, so they stand in the version that was answered.
  visibleToAssessor: z.boolean().default(false),
  publishable: z.boolean().default(false),
  /** Nobody has to say it: it is not published where somebody has no way to say so. */
  sensitive: z.literal(true).optional(),
  origin: originSchema.optional(),
};

export const choiceSchema = z.object({
  value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  label: wordsSchema,
  hint: wordsSchema.optional(),
});

export type Reading = {
  language: Language;
  messages: QuestionMessages;
  /** The day in London, as ISO writes it: of a date that may not lie ahead. */
  today: string;
};

/** How a question is asked: the shape `app/ui`'s fields take, told without importing them. */
export type FieldDescription =
  | {
      control: "text";
      type: "text" | "email";
      inputMode?: "numeric" | undefined;
      autoComplete?: string | undefined;
      spellCheck: boolean;
      widthCharacters?: 5 | 10 | 20 | 30 | undefined;
    }
  | { control: "long-text"; maxCharacters: number }
  | { control: "radios" | "checkboxes" | "select"; choices: FieldChoice[] }
  | {
      control: "date";
      /** How little of a date is enough. */
      precision: DatePart;
      /** Whether letters are typed into it: on a phone its keys are those of numbers otherwise. */
      takesWords: boolean;
    }
  | { control: "files" }
  | { control: "evidence" | "group" };

export type FieldChoice = {
  value: string;
  label: string;
  hint?: string | undefined;
};

export const shortCodeUnits = 200;

/** Names and values, as a form holds them. */
export type FormFields = [name: string, value: string][];

/** The way from a form to an answer as it was typed, fitting or not, and back. */
export type AnswerForm = {
  /** The fields of a question; a form's other names are not looked at. */
  names: (id: string) => string[];
  /** Of each of the fields; more are not a person's answer. */
  mostValues: number;
  /** No choice and no part of a date is as long; left out for texts, which the form's own bound is for. */
  mostCodeUnits?: number;
  /** Of what those fields sent; undefined where they were left empty. */
  typed: z.ZodType<AnswerValue | undefined>;
  write: (id: string, value: AnswerValue) => FormFields;
};

/** How a cell of an imported file is read: by the import's map, in its own date format. */
export type CellSource = {
  /** What the import's map puts in a cell's place; the cell itself where it says nothing. */
  mapped: (cell: string) => string;
  /** Between the choices of a question that takes several. */
  separator: string;
  /** @returns undefined where the text is no day in the map's format. */
  readDay: (text: string) => DateParts | undefined;
};

export type ExpectedCell = "choice" | "day" | "text";

/** How a question is answered by a column; undefined where a column cannot. */
export type ImportedAnswer<Question> = {
  needsFormat: boolean;
  /** What a cell should have been that cannot be read. */
  expected: ExpectedCell;
  /** @returns the answer as a form would have sent it; undefined where the cell is no such thing. */
  read: (
    question: Question,
    cell: string,
    source: CellSource,
  ) => AnswerValue | undefined;
};

/** What a rule may ask of an answer, beside whether there is one. */
export type AnswerComparison<Question> = {
  operators: readonly Operator[];
  /** Whether a rule can compare with this: a choice that the question has, a day. */
  knows: (question: Question, value: string) => boolean;
  /** Answers that rules with these values tell apart. */
  tried: (question: Question, values: string[]) => AnswerValue[];
  /** Asked only of an answer that is there. */
  holds: (
    question: Question,
    answer: AnswerValue,
    comparison: Comparison,
  ) => boolean;
};

/** In the place of an answer of which is known only that it was given: it is kept apart. */
export const givenApart: AnswerValue = { isGivenApart: true };

/**
 * What a type of question says, once. `visibility` says what it is by nature:
 * the flags of the definition may narrow it, never widen it.
 */
export type QuestionType<Question> = {
  form: AnswerForm;
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
  /** What is frozen for reading, search and passages; the labels are for an answer of several parts. */
  searchText: (
    question: Question,
    value: AnswerValue,
    language: Language,
    labels: EvidenceLabels | undefined,
  ) => string;
  imported: ImportedAnswer<Question> | undefined;
  /** Of a question that is answered by one of its choices; undefined for all others. */
  choiceValues: (question: Question) => string[] | undefined;
  /** Undefined where a rule can ask only whether there is an answer. */
  comparison: AnswerComparison<Question> | undefined;
  /** In the person's own words: these are counted, and the longest kind is shown first in lists. */
  prose: "long" | "short" | "none";
  /** What a search for words finds of it: the frozen text, nothing where it was chosen, or what of it is no label of the form's. */
  ownWords: "all" | "none" | ((value: AnswerValue) => string);
  takesFiles: boolean;
  visibility: { identifyingByNature: boolean };
};
