import type { AttachmentSummary } from "../attachments/attachments.ts";
import {
  type AskedQuestion,
  askedPages,
  askedQuestions,
  unaskedQuestions,
} from "../calls/asked-pages.ts";
import type { Answers, CallDefinition, CallPage } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import { labelBeside } from "../calls/repeated-pages.ts";
import type { Draft } from "./drafts.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { ownValue } from "../text/own-value.ts";

/** A question with what stands in the draft for it, as its holder reads it. */
export type DraftAnswer = {
  pageId: string;
  questionId: string;
  label: string;
  /** Undefined where nothing was answered. */
  line: string | undefined;
  files: AttachmentSummary[];
};

type HeldAnswers = {
  definition: CallDefinition;
  answers: Answers;
  /** By question. */
  files: Record<string, AttachmentSummary[]>;
};

/** Every question that a draft is asked, in order, answered or not. */
export function describeDraftAnswers(
  held: HeldAnswers,
  language: Language,
): DraftAnswer[] {
  return askedQuestions(held.definition, held.answers).map((asked) =>
    describeAnswer(asked, held, language),
  );
}

/** What was answered before another answer took its question away, and that other answer. */
export type UnaskedAnswer = DraftAnswer & { because: DraftAnswer[] };

/** The answers of a draft that are kept and will not be sent. */
export function describeUnaskedAnswers(
  held: HeldAnswers,
  language: Language,
): UnaskedAnswer[] {
  const asked = describeDraftAnswers(held, language);
  return unaskedQuestions(held.definition, held.answers)
    .map(({ because, ...question }) => ({
      ...describeAnswer(question, held, language),
      because: because.flatMap(
        ({ id }) => asked.find(({ questionId }) => questionId === id) ?? [],
      ),
    }))
    .filter(({ line, files }) => line !== undefined || files.length > 0);
}

function describeAnswer(
  { page, question }: AskedQuestion,
  { answers, files }: HeldAnswers,
  language: Language,
): DraftAnswer {
  return {
    pageId: page.id,
    questionId: question.id,
    label: labelBeside({ page, question }, language),
    line: questionTypeOf(question).checkLine(
      question,
      ownValue(answers, question.id),
      language,
    ),
    files: ownValue(files, question.id) ?? [],
  };
}

/**
 * Where a person goes on who comes back: the page after the last one they
 * answered; undefined where that is "check your answers".
 */
export function findPageToContinueAt(held: HeldAnswers): string | undefined {
  const pages = askedPages(held.definition, held.answers);
  const lastAnswered = pages.findLastIndex((page) =>
    page.questions.some(
      ({ id }) =>
        ownValue(held.answers, id) !== undefined ||
        (ownValue(held.files, id) ?? []).length > 0,
    ),
  );
  return pages[lastAnswered + 1]?.id;
}

/**
 * Where a person goes on who was told that pages are asked again: at the first
 * of them, or in line where they were, where they come to it from there; undefined where
 * that is "check your answers". The only one, for somebody who had come to the
 * end, leads back there.
 */
export function findPageToAskAgainAt(
  held: HeldAnswers,
  pageIds: string[],
): { pageId: string; isOnlyOne: boolean } | undefined {
  const ids = askedPages(held.definition, held.answers).map(({ id }) => id);
  const goesOn = findPageToContinueAt(held);
  const here = goesOn === undefined ? ids.length : ids.indexOf(goesOn);
  const again = ids.findIndex((id) => pageIds.includes(id));
  // From a page of a task list nobody comes to another section.
  const isInLine = held.definition.navigation !== "task-list";
  const pageId = ids[isInLine ? Math.min(again, here) : again];
  if (again < 0 || pageId === undefined) return undefined;
  const isOnlyOne = here === ids.length && new Set(pageIds).size === 1;
  return { pageId, isOnlyOne };
}

/** Of these pages the first that stands under a condition and that its draft has never seen. */
export function findNewlyAsked(
  pages: CallPage[],
  {
    answers,
    draft,
  }: { answers: Answers; draft: Pick<Draft, "pageVersions"> | undefined },
): CallPage | undefined {
  return pages.find(
    ({ id, showIf, questions }) =>
      showIf !== undefined &&
      ownValue(draft?.pageVersions, id) === undefined &&
      questions.every(
        (question) => ownValue(answers, question.id) === undefined,
      ),
  );
}
