import type { Db } from "#app/db/schema.ts";
import { selectDraftAttachments } from "../attachments/attachments.server.ts";
import {
  askedPages,
  askedQuestions,
  unaskedQuestions,
} from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { londonDay } from "../calls/london-time.ts";
import { missingFileMessage, parsePage } from "../calls/parse-page.ts";
import type {
  QuestionMessages,
  Reading,
} from "../calls/question-types/question-type.ts";
import type { Draft, DraftProblem } from "./drafts.ts";
import { ownValue } from "../text/own-value.ts";

/** How many files a draft has, by question id, those left out that are not sent because their question is not asked. */
export async function countDraftFiles(
  db: Db,
  of: { id: number; definition: CallDefinition; answers: Answers },
): Promise<Record<string, number>> {
  const files = await selectDraftAttachments(db, of.id);
  const unasked = new Set(
    unaskedQuestions(of.definition, of.answers).map(
      ({ question }) => question.id,
    ),
  );
  return Object.fromEntries(
    Object.entries(files)
      .filter(([questionId]) => !unasked.has(questionId))
      .map(([questionId, list]) => [questionId, list.length]),
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
    now: Date;
  },
): Promise<DraftProblem[]> {
  const fileCounts = await countDraftFiles(db, {
    ...check.draft,
    definition: check.definition,
  });
  return parseAnswers({ ...check, ...check.draft, fileCounts }).problems;
}

/** Parses raw answers by their definition; `answers` hold those that fit. */
export function parseAnswers(parse: {
  definition: CallDefinition;
  answers: Answers;
  language: Reading["language"];
  messages: QuestionMessages;
  now: Date;
  /** Files on the draft by question id. */
  fileCounts: Record<string, number>;
}): CheckedAnswers {
  const { language, messages } = parse;
  const reading = { language, messages, today: londonDay(parse.now) };
  const checked: CheckedAnswers = { answers: {}, problems: [] };
  for (const page of askedPages(parse.definition, parse.answers)) {
    const { answers, problems } = parsePage(page, parse.answers, reading);
    Object.assign(checked.answers, answers);
    for (const question of page.questions) {
      const { id } = question;
      const count = ownValue(parse.fileCounts, id) ?? 0;
      const message =
        missingFileMessage(question, count, reading) ?? ownValue(problems, id);
      if (message !== undefined)
        checked.problems.push({ pageId: page.id, questionId: id, message });
    }
  }
  if (checked.problems.length === 0 && isEmpty(checked, parse.fileCounts))
    checked.problems.push(emptyProblem(parse.definition, parse.messages));
  return checked;
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
  const first = askedQuestions(definition, {})[0];
  if (!first) throw new Error("A definition without a question");
  return {
    pageId: first.page.id,
    questionId: first.question.id,
    message: messages.answerSomething,
  };
}
