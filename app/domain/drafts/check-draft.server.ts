import type { Db } from "#app/db/schema.ts";
import { selectDraftAttachments } from "../attachments/attachments.server.ts";
import {
  type Answers,
  type CallDefinition,
  pageAnswersSchema,
} from "../calls/definition.ts";
import { inLanguage } from "../calls/languages.ts";
import type {
  QuestionMessages,
  Reading,
} from "../calls/question-types/question-type.ts";
import type { Question } from "../calls/question-types/question-types.ts";
import type { Draft, DraftProblem } from "./drafts.ts";

/** How many files a draft has, by question id. */
export async function countDraftFiles(
  db: Db,
  draftId: number,
): Promise<Record<string, number>> {
  const files = await selectDraftAttachments(db, draftId);
  return Object.fromEntries(
    Object.entries(files).map(([questionId, list]) => [
      questionId,
      list.length,
    ]),
  );
}

export type CheckedAnswers = { answers: Answers; problems: DraftProblem[] };

/**
 * What stands between a draft and sending it, page by page in the order of the
 * definition; empty where nothing does. Required files are counted on the draft,
 * and a draft with neither an answer nor a file is a problem of its first question.
 */
export async function checkDraft(
  db: Db,
  check: {
    draft: Pick<Draft, "id" | "answers" | "language">;
    definition: CallDefinition;
    messages: QuestionMessages;
  },
): Promise<DraftProblem[]> {
  const fileCounts = await countDraftFiles(db, check.draft.id);
  return parseAnswers({ ...check, ...check.draft, fileCounts }).problems;
}

/** Parses raw answers by their definition; `answers` hold those that fit. */
export function parseAnswers(parse: {
  definition: CallDefinition;
  answers: Answers;
  language: Reading["language"];
  messages: QuestionMessages;
  /** Files on the draft by question id. */
  fileCounts: Record<string, number>;
}): CheckedAnswers {
  const reading = { language: parse.language, messages: parse.messages };
  const checked: CheckedAnswers = { answers: {}, problems: [] };
  for (const page of parse.definition.pages) {
    const result = pageAnswersSchema(page, reading).safeParse(
      Object.fromEntries(
        page.questions.map(({ id }) => [id, parse.answers[id]]),
      ),
    );
    if (result.success) Object.assign(checked.answers, result.data);
    for (const question of page.questions) {
      const message =
        missingFileMessage(question, parse.fileCounts, reading) ??
        firstMessage(result.error?.issues ?? [], question.id, parse.messages);
      if (message !== undefined)
        checked.problems.push({
          pageId: page.id,
          questionId: question.id,
          message,
        });
    }
  }
  if (checked.problems.length === 0 && isEmpty(checked, parse.fileCounts))
    checked.problems.push(emptyProblem(parse.definition, parse.messages));
  return checked;
}

function missingFileMessage(
  question: Question,
  fileCounts: Record<string, number>,
  { language, messages }: Reading,
): string | undefined {
  if (question.type !== "file-upload" || !question.required) return undefined;
  if ((fileCounts[question.id] ?? 0) > 0) return undefined;
  return question.missingMessage
    ? inLanguage(question.missingMessage, language)
    : messages.selectFile;
}

type Issue = { code?: string; message: string; path: PropertyKey[] };

/** A value of another shape than its field sends gets our words, not Zod's. */
function firstMessage(
  issues: Issue[],
  questionId: string,
  messages: QuestionMessages,
): string | undefined {
  const issue = issues.find((candidate) => candidate.path[0] === questionId);
  if (!issue) return undefined;
  return issue.code === "invalid_type" || issue.code === "invalid_union"
    ? messages.enterAnswer
    : issue.message;
}

function isEmpty(
  { answers }: CheckedAnswers,
  fileCounts: Record<string, number>,
): boolean {
  return (
    Object.values(answers).every((value) => value === undefined) &&
    Object.values(fileCounts).every((count) => count === 0)
  );
}

function emptyProblem(
  definition: CallDefinition,
  messages: QuestionMessages,
): DraftProblem {
  const page = definition.pages[0];
  const question = page?.questions[0];
  if (!page || !question) throw new Error("A definition without a question");
  return {
    pageId: page.id,
    questionId: question.id,
    message: messages.answerSomething,
  };
}
