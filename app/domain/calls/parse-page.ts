import {
  type Answers,
  type CallPage,
  pageAnswersSchema,
} from "./definition.ts";
import { inLanguage, type Language } from "./languages.ts";
import type {
  QuestionMessages,
  Reading,
} from "./question-types/question-type.ts";
import { type Question, takesFiles } from "./question-types/question-types.ts";
import { ownValue } from "../text/own-value.ts";

export type ParsedPage = {
  /** As they are kept; empty where one of the page does not fit. */
  answers: Answers;
  /** What is wrong, by question id. */
  problems: Record<string, string>;
  /** Of an answer in several fields: which of them, where it is not all. */
  wrongParts: Record<string, string[]>;
};

/** Reads a page's raw answers by its questions: the one reading for a page that was sent and for "check your answers". */
export function parsePage(
  page: CallPage,
  answers: Answers,
  reading: Reading,
): ParsedPage {
  const raw = page.questions.map(({ id }) => [id, ownValue(answers, id)]);
  const result = schemaOf(page, reading).safeParse(Object.fromEntries(raw));
  if (result.success)
    return { answers: result.data, problems: {}, wrongParts: {} };
  const problems: ParsedPage["problems"] = {};
  const wrongParts: ParsedPage["wrongParts"] = {};
  for (const issue of result.error.issues) {
    const [questionId = "", part] = issue.path.map(String);
    problems[questionId] =
      ownValue(problems, questionId) ?? messageOf(issue, reading.messages);
    if (part === undefined) continue;
    const others = ownValue(wrongParts, questionId) ?? [];
    wrongParts[questionId] = [...others, part];
  }
  return { answers: {}, problems, wrongParts };
}

type PageSchema = ReturnType<typeof pageAnswersSchema>;

type KeptSchema = { today: string; schema: PageSchema };

/** A page's schema follows from the page, its reader's words and the day, and costs more to make than to use. */
const kept = new WeakMap<
  CallPage,
  WeakMap<QuestionMessages, Map<Language, KeptSchema>>
>();

function schemaOf(page: CallPage, reading: Reading): PageSchema {
  const ofPage = kept.get(page) ?? new WeakMap();
  kept.set(page, ofPage);
  const byLanguage =
    ofPage.get(reading.messages) ?? new Map<Language, KeptSchema>();
  ofPage.set(reading.messages, byLanguage);
  const { language, today } = reading;
  const known = byLanguage.get(language);
  if (known?.today === today) return known.schema;
  const schema = pageAnswersSchema(page, reading);
  byLanguage.set(language, { today, schema });
  return schema;
}

/** A value of another shape than its field sends gets our words, not Zod's. */
function messageOf(
  issue: { code?: string; message: string },
  messages: QuestionMessages,
): string {
  return issue.code === "invalid_type" || issue.code === "invalid_union"
    ? messages.enterAnswer
    : issue.message;
}

/** @returns what to say of a question that asks for files, with `count` of them held; undefined where that is in order. */
export function missingFileMessage(
  question: Question,
  count: number,
  { language, messages }: Pick<Reading, "language" | "messages">,
): string | undefined {
  if (!takesFiles(question) || !question.required || count > 0)
    return undefined;
  return question.missingMessage
    ? inLanguage(question.missingMessage, language)
    : messages.selectFile;
}
