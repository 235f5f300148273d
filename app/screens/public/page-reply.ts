import type { AttachmentLimits } from "#app/domain/attachments/attachments.ts";
import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import { parsePage } from "#app/domain/calls/parse-page.ts";
import { isSameAnswer } from "#app/domain/calls/question-types/question-type.ts";
import { questionTypeOf } from "#app/domain/calls/question-types/question-types.ts";
import type {
  PageConflict,
  PageFileRefusals,
  PageOutcome,
  QuestionPageSave,
} from "#app/domain/drafts/save-question-page.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import { ownValue } from "#app/domain/text/own-value.ts";

/** Messages by question; those of the whole form under "". */
export type PageErrors = Record<string, string[]>;

/** A form that comes back: what was typed, and what to do about it. */
export type PageReply = {
  answers: Answers;
  errors: PageErrors;
  /** By question: which fields of an answer in several are wrong. */
  wrongParts?: Record<string, string[]>;
  /** The draft the form was made from, where it comes back as it was sent. */
  draftMark?: string;
  /** Of what the person now sees as saved; left out where that is the page's own. */
  version?: number;
  /** Where another tab has saved something else: that, in words, by question. */
  savedLines?: Record<string, string>;
};

type SavedPage<Outcome> = {
  /** The one the page is shown in. */
  language: Language;
  page: CallPage;
  outcome: Outcome;
  /** What broke off on the way, and what was cut. */
  refusedParts: QuestionPageSave["refusedParts"];
  limits: AttachmentLimits;
};

type Judged = Extract<PageOutcome, { ok: true }> | PageConflict;

/** What to do about a page that was saved; empty where the person can go on. */
export function describePageErrors(saved: SavedPage<Judged>): PageErrors {
  const { outcome } = saved;
  const words = wordsIn(saved.language);
  const errors: PageErrors = {};
  if (outcome.ok)
    for (const [id, message] of Object.entries(outcome.problems))
      errors[id] = [message];
  return {
    ...errors,
    ...lostPartErrors(saved, words),
    ...fileErrors(outcome.fileRefusals, saved.limits, words),
  };
}

/** Which fields the errors of a page are about, as the page itself judges what was typed. */
export function describeWrongParts(
  { page, language, typed }: SavedPage<Judged> & { typed: Answers },
  now: Date,
): Pick<PageReply, "wrongParts"> {
  const { questions: messages } = wordsIn(language);
  const reading = { language, messages, today: londonDay(now) };
  const { wrongParts } = parsePage(page, typed, reading);
  return Object.keys(wrongParts).length > 0 ? { wrongParts } : {};
}

/** What broke off on the way and belongs to no file question of the page, and what was cut of its texts. */
export function lostPartErrors(
  { page, refusedParts }: Pick<SavedPage<unknown>, "page" | "refusedParts">,
  words: Words,
): PageErrors {
  const ownIds = new Set(page.questions.map(({ id }) => id));
  const isLost = refusedParts.some(
    ({ questionId }) => !questionId || !ownIds.has(questionId),
  );
  const errors: PageErrors = isLost ? { "": [words.page.formIncomplete] } : {};
  for (const { questionId, reason } of refusedParts)
    if (questionId && ownIds.has(questionId) && reason === "text-too-long")
      errors[questionId] = [words.page.answerCut];
  return errors;
}

function fileErrors(
  fileRefusals: PageFileRefusals,
  limits: AttachmentLimits,
  words: Words,
): PageErrors {
  const errors: PageErrors = {};
  for (const [id, { refusals, chosenCount }] of Object.entries(fileRefusals)) {
    const messages = refusals.map(({ name, reason, found }) =>
      words.attachments.refusals[reason]({
        // What it is says more than what it is called; which of several needs its name.
        ...((chosenCount > 1 || found) && { name }),
        ...(found && { found }),
        limits,
      }),
    );
    if (messages.length > 0) errors[id] = [...new Set(messages)];
  }
  return errors;
}

/**
 * Both texts of a page that was saved in another tab: the boxes hold what was
 * typed, and what is saved stands below them. A box that was left empty holds
 * what is saved, so that pressing on deletes nothing.
 */
export function describeConflict(
  conflict: SavedPage<PageConflict> & { typed: Answers },
): PageReply {
  const { page, outcome, typed, language } = conflict;
  const words = wordsIn(language);
  const errors = describePageErrors(conflict);
  errors[""] = [words.page.savedElsewhere, ...(errors[""] ?? [])];
  const answers: Answers = {};
  const savedLines: Record<string, string> = {};
  for (const question of page.questions) {
    const { id } = question;
    const saved = ownValue(outcome.saved, id);
    answers[id] = typed[id] ?? saved;
    if (isSameAnswer(typed[id], saved)) continue;
    const line = questionTypeOf(question).checkLine(question, saved, language);
    savedLines[id] = line ?? words.form.notProvided;
    errors[id] = ownValue(errors, id) ?? [
      typed[id] === undefined ? words.page.savedShown : words.page.savedDiffers,
    ];
  }
  return { answers, errors, version: outcome.version, savedLines };
}
