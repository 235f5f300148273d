import type { Answers } from "#app/domain/calls/definition.ts";
import { questionTypeOf } from "#app/domain/calls/question-types/question-types.ts";
import type {
  PageConflict,
  PageOutcome,
} from "#app/domain/drafts/save-question-page.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import type { OpenPage } from "./open-page.server.ts";
import { readTypedAnswers } from "./page-form.ts";
import type { PageErrors, PageReply } from "./question-page.ts";

type Judged = Extract<PageOutcome, { ok: true }> | PageConflict;

/** What to do about a page that was saved; empty where the person can go on. */
export function describePageErrors(
  open: OpenPage,
  { form, outcome }: { form: ReceivedForm; outcome: Judged },
  context: RequestContext,
): PageErrors {
  const words = wordsIn(outcome.draft?.language ?? "en");
  const errors: PageErrors = {};
  if (outcome.ok)
    for (const [id, message] of Object.entries(outcome.problems))
      errors[id] = [message];
  Object.assign(errors, lostPartErrors(form, open, words));
  const limits = attachmentLimitsOf(open.definition, context.env);
  for (const [id, files] of Object.entries(outcome.fileRefusals)) {
    const messages = files.refusals.map(({ name, reason }) =>
      words.attachments.refusals[reason]({
        ...(files.chosenCount > 1 && { name }),
        limits,
      }),
    );
    if (messages.length > 0) errors[id] = [...new Set(messages)];
  }
  return errors;
}

/** What broke off on the way and belongs to no file question of the page, and what was cut of its texts. */
function lostPartErrors(
  form: ReceivedForm,
  open: OpenPage,
  words: Words,
): PageErrors {
  const ownIds = new Set(open.page.questions.map(({ id }) => id));
  const isLost = form.refusedParts.some(
    ({ questionId }) => !questionId || !ownIds.has(questionId),
  );
  const errors: PageErrors = isLost ? { "": [words.page.formIncomplete] } : {};
  for (const { questionId, reason } of form.refusedParts)
    if (questionId && ownIds.has(questionId) && reason === "text-too-long")
      errors[questionId] = [words.page.answerCut];
  return errors;
}

/**
 * Both texts of a page that was saved in another tab: the boxes hold what was
 * typed, and what is saved stands below them. A box that was left empty holds
 * what is saved, so that pressing on deletes nothing.
 */
export function describeConflict(
  open: OpenPage,
  {
    form,
    outcome,
  }: {
    form: ReceivedForm;
    outcome: PageConflict;
  },
  context: RequestContext,
): PageReply {
  const { language } = outcome.draft;
  const words = wordsIn(language);
  const errors = describePageErrors(open, { form, outcome }, context);
  errors[""] = [words.page.savedElsewhere, ...(errors[""] ?? [])];
  const typed = readTypedAnswers(form.fields, open.page);
  const answers: Answers = {};
  const savedLines: Record<string, string> = {};
  for (const question of open.page.questions) {
    const { id } = question;
    const saved = outcome.saved[id];
    answers[id] = typed[id] ?? saved;
    if (JSON.stringify(typed[id]) === JSON.stringify(saved)) continue;
    const line = questionTypeOf(question).checkLine(question, saved, language);
    savedLines[id] = line ?? words.form.notProvided;
    errors[id] ??= [
      typed[id] === undefined ? words.page.savedShown : words.page.savedDiffers,
    ];
  }
  return { answers, errors, version: outcome.version, savedLines };
}
