import type { AttachmentSummary } from "../attachments/attachments.ts";
import { askedPages, askedQuestions } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { inLanguage, type Language } from "../calls/languages.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";

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

/** Every question of a draft in order, answered or not. */
export function describeDraftAnswers(
  { definition, answers, files }: HeldAnswers,
  language: Language,
): DraftAnswer[] {
  return askedQuestions(definition, answers).map(({ page, question }) => ({
    pageId: page.id,
    questionId: question.id,
    label: inLanguage(question.label, language),
    line: questionTypeOf(question).checkLine(
      question,
      answers[question.id],
      language,
    ),
    files: files[question.id] ?? [],
  }));
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
        held.answers[id] !== undefined || (held.files[id] ?? []).length > 0,
    ),
  );
  return pages[lastAnswered + 1]?.id;
}
