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

export type ParsedPage = {
  /** As they are kept; empty where one of the page does not fit. */
  answers: Answers;
  /** What is wrong, by question id. */
  problems: Record<string, string>;
};

/** Reads a page's raw answers by its questions: the one reading for a page that was sent and for "check your answers". */
export function parsePage(
  page: CallPage,
  answers: Answers,
  reading: Reading,
): ParsedPage {
  const raw = page.questions.map(({ id }) => [id, answers[id]]);
  const result = schemaOf(page, reading).safeParse(Object.fromEntries(raw));
  if (result.success) return { answers: result.data, problems: {} };
  const problems: ParsedPage["problems"] = {};
  for (const issue of result.error.issues)
    problems[String(issue.path[0])] ??= messageOf(issue, reading.messages);
  return { answers: {}, problems };
}

type PageSchema = ReturnType<typeof pageAnswersSchema>;

/** A page's schema follows from the page and its reader's words alone, and costs more to make than to use. */
const kept = new WeakMap<
  CallPage,
  WeakMap<QuestionMessages, Map<Language, PageSchema>>
>();

function schemaOf(page: CallPage, reading: Reading): PageSchema {
  const ofPage = kept.get(page) ?? new WeakMap();
  kept.set(page, ofPage);
  const byLanguage =
    ofPage.get(reading.messages) ?? new Map<Language, PageSchema>();
  ofPage.set(reading.messages, byLanguage);
  const schema =
    byLanguage.get(reading.language) ?? pageAnswersSchema(page, reading);
  byLanguage.set(reading.language, schema);
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
  { language, messages }: Reading,
): string | undefined {
  if (!takesFiles(question) || !question.required || count > 0)
    return undefined;
  return question.missingMessage
    ? inLanguage(question.missingMessage, language)
    : messages.selectFile;
}
