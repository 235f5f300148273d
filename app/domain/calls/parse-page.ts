import {
  type Answers,
  type CallPage,
  pageAnswersSchema,
} from "./definition.ts";
import { inLanguage } from "./languages.ts";
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
  const result = pageAnswersSchema(page, reading).safeParse(
    Object.fromEntries(raw),
  );
  if (result.success) return { answers: result.data, problems: {} };
  const problems: ParsedPage["problems"] = {};
  for (const issue of result.error.issues)
    problems[String(issue.path[0])] ??= messageOf(issue, reading.messages);
  return { answers: {}, problems };
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
