import { formPlaceAddress, questionPageAddress } from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import { askedPages, questionsOf } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import {
  type CallWords,
  inLanguage,
  type Language,
} from "#app/domain/calls/languages.ts";
import type { DraftAnswer } from "#app/domain/drafts/draft-answers.ts";
import type { Draft, DraftProblem } from "#app/domain/drafts/drafts.ts";
import { wordsIn } from "#app/words/words.ts";

type CheckedDraft = {
  call: { slug: string; definition: { title: CallWords } };
  draft: Draft;
  /** The one the draft began with. */
  definition: CallDefinition;
  answers: DraftAnswer[];
  problems: DraftProblem[];
};

/** "Check your answers": each with the way to change it, and what stands between the draft and sending it. */
export function describeCheck(checked: CheckedDraft) {
  const { call, draft, definition, answers, problems } = checked;
  const { language } = draft;
  const { slug } = call;
  const lastPage = askedPages(definition, draft.answers).at(-1);
  return {
    callTitle: inLanguage(call.definition.title, language),
    backTo: questionPageAddress(slug, lastPage?.id ?? ""),
    ownPath: formPlaceAddress(slug, "check"),
    deletePath: formPlaceAddress(slug, "delete"),
    answers: answers.map(({ files, pageId, ...answer }) => ({
      ...answer,
      files: files.map(describeAttachment),
      changeTo: changeAddress(slug, pageId, answer.questionId),
    })),
    problems: problems.map((problem) => ({
      to: changeAddress(slug, problem.pageId, problem.questionId),
      message: problemMessage(problem, definition, language),
    })),
    draftMark: draft.publicId,
    sendLabel: inLanguage(definition.sendLabel, language),
    keptUntil: wordsIn(language).times.date(draft.expiresAt),
    language,
  };
}

/** A question on its page, which leads back to the check. */
function changeAddress(slug: string, pageId: string, questionId: string) {
  const parameters = new URLSearchParams({ from: "check" });
  return questionPageAddress(slug, pageId, parameters, questionId);
}

/** A message in a question's own words needs no more; one of a kind of question names the question. */
function problemMessage(
  { questionId, message }: DraftProblem,
  definition: CallDefinition,
  language: Language,
): string {
  const words = wordsIn(language);
  const question = questionsOf(definition).find(({ id }) => id === questionId);
  if (!question || message === words.questions.answerSomething) return message;
  const { missingMessage, label } = question;
  if (missingMessage && inLanguage(missingMessage, language) === message)
    return message;
  return words.check.problem(inLanguage(label, language), message);
}
