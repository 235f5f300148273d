import {
  type AnswerAddress,
  evidenceAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import {
  askedPages,
  everyQuestion,
  questionsOf,
} from "#app/domain/calls/asked-pages.ts";
import { labelBeside } from "#app/domain/calls/repeated-pages.ts";
import { asksConsent, consentIn } from "#app/domain/calls/consent.ts";
import { isEvidence } from "#app/domain/calls/question-types/question-types.ts";
import type { Answers, CallDefinition } from "#app/domain/calls/definition.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type {
  DraftAnswer,
  UnaskedAnswer,
} from "#app/domain/drafts/draft-answers.ts";
import type { AnsweredCall } from "#app/domain/drafts/answering.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import type { Draft, DraftProblem } from "#app/domain/drafts/drafts.ts";
import { cutText } from "#app/domain/text/foreign-text.ts";
import { describeCare } from "./care.ts";
import { describeFormats } from "./reference-formats.ts";
import { type Words, wordsIn } from "#app/words/words.ts";

type CheckedDraft = {
  call: AnsweredCall & {
    slug: string;
    definition: Pick<CallDefinition, "title" | "care">;
  };
  draft: Draft;
  /** The one the draft began with. */
  definition: CallDefinition;
  answers: DraftAnswer[];
  unasked: UnaskedAnswer[];
  problems: DraftProblem[];
  now: Date;
};

/** "Check your answers": each with the way to change it, and what stands between the draft and sending it. */
export function describeCheck(checked: CheckedDraft) {
  const { call, draft, definition, problems } = checked;
  const { language } = draft;
  const answer = { slug: call.slug, draft: draft.publicId };
  const lastPage = askedPages(definition, draft.answers).at(-1);
  return {
    callTitle: inLanguage(call.definition.title, language),
    care: describeCare(call.definition, language),
    backTo:
      definition.navigation === "task-list"
        ? formPlaceAddress(answer, "tasks")
        : questionPageAddress(answer, lastPage?.id ?? ""),
    ownPath: formPlaceAddress(answer, "check"),
    deletePath: formPlaceAddress(answer, "delete"),
    answers: describeAnswers(checked, answer),
    unasked: describeUnasked(checked.unasked, language),
    problems: problems.map((problem) => ({
      to: changeAddress(answer, problem.pageId, problem.questionId),
      message: problemMessage(problem, { definition, draft }),
    })),
    agreed: describeConsent(definition, draft.answers, language),
    draftMark: draft.publicId,
    sendLabel: inLanguage(definition.sendLabel, language),
    savePath: formPlaceAddress(answer, "save"),
    somebodyElsePath: formPlaceAddress(answer, "somebody-else"),
    until: wordsIn(language).until(draftUntil(call, draft, checked.now)),
    language,
  };
}

function describeAnswers(
  { definition, answers, problems, draft }: CheckedDraft,
  answer: AnswerAddress,
) {
  const evidenceIds = questionsOf(definition)
    .filter(isEvidence)
    .map(({ id }) => id);
  return answers.map(({ files, pageId, ...line }) => {
    const { questionId } = line;
    const isGiven = line.line !== undefined || files.length > 0;
    const missing = problems.find((one) => one.questionId === questionId);
    return {
      ...line,
      missing: isGiven ? undefined : missing?.message,
      files: files.map(describeAttachment),
      changeTo: changeAddress(answer, pageId, questionId),
      formats:
        isGiven && evidenceIds.includes(questionId)
          ? describeFormats(
              (format) =>
                evidenceAddress(answer, pageId, ["references", format]),
              draft.language,
            )
          : undefined,
    };
  });
}

/** What the person agrees to by their answers, in words; nothing of what the form does not ask. */
function describeConsent(
  definition: CallDefinition,
  answers: Answers,
  language: Language,
): string[] {
  const words = wordsIn(language).check.agreed;
  const asks = asksConsent(definition);
  const consent = consentIn(definition, answers);
  return [
    ...(asks.publish ? [words.publish[consent.publish]] : []),
    ...(asks.share ? [consent.share ? words.share : words.notShared] : []),
    ...(asks.atTheEnd ? [words.atTheEnd[consent.atTheEnd]] : []),
  ];
}

/** What will not be sent, each with the answers that are the reason. */
export function describeUnasked(unasked: UnaskedAnswer[], language: Language) {
  const words = wordsIn(language);
  return unasked.map(({ questionId, label, line, files, because }) => ({
    questionId,
    label,
    line,
    files: files.map(describeAttachment),
    note: noteOf(because, words),
  }));
}

/** Where no answer is the reason, the form was changed. */
function noteOf(because: DraftAnswer[], words: Words): string {
  if (because.length === 0) return words.check.unaskedGone;
  return words.check.unaskedBecause(
    because.map((reason) => ({
      label: reason.label,
      line: shorten(reason.line ?? words.form.notProvided),
    })),
  );
}

const mostOfReason = 80;

function shorten(line: string): string {
  const oneLine = cutText(line, mostOfReason).replace(/\s+/g, " ");
  return line.length > mostOfReason ? `${oneLine}…` : oneLine;
}

/** A question on its page, which leads back to the check. */
function changeAddress(
  answer: AnswerAddress,
  pageId: string,
  questionId: string,
) {
  const parameters = new URLSearchParams({ from: "check" });
  return questionPageAddress(answer, pageId, parameters, questionId);
}

/** A message in a question's own words needs no more; one of a kind of question, or of one of several items, names the question. */
function problemMessage(
  { questionId, message }: DraftProblem,
  { definition, draft }: Pick<CheckedDraft, "definition" | "draft">,
): string {
  const { language, answers } = draft;
  const words = wordsIn(language);
  const found = everyQuestion(definition, answers).find(
    ({ question }) => question.id === questionId,
  );
  if (!found || message === words.questions.answerSomething) return message;
  const { missingMessage } = found.question;
  const asked = labelBeside(found, language);
  const isOwn =
    message.includes(asked) ||
    (missingMessage && inLanguage(missingMessage, language) === message);
  return isOwn && !found.page.itemOf
    ? message
    : words.check.problem(asked, message);
}
