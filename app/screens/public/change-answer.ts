import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import {
  isIdentifying,
  type Question,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type {
  ChangeOutcome,
  ChangeRefusal,
} from "#app/domain/revisions/answer-changes.ts";
import { changeAddress } from "#app/receipt-addresses.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeAnswers } from "./own-response.ts";
import type { PageReply } from "./page-reply.ts";
import { askQuestion } from "./question-page.ts";

export type ChangeReply = PageReply & {
  /** What is not asked for any more with it, to be read before it is done. */
  leavesOut?: ReturnType<typeof describeAnswers>;
  /** What was typed, in words, where nothing can be changed any more. */
  typedLine?: string;
};

export type ChangePage = ReturnType<typeof describeForm>;

type Opened = {
  question: Question | undefined;
  answers: Answers;
  reason: ChangeRefusal | undefined;
};

/** The page on which one answer is changed, or why it is not. */
export function describeChange(own: OwnResponse, opened: Opened) {
  const { question, reason } = opened;
  const { refusals } = wordsIn(own.language).receipt.change;
  if (reason || !question)
    return { refusal: refusals[reason ?? "not-asked"], form: undefined };
  const form = describeForm(own, { ...opened, question });
  return { refusal: undefined, form };
}

/** A question's own fields, with what was sent in them. */
function describeForm(
  own: OwnResponse,
  { question, answers }: { question: Question; answers: Answers },
) {
  const { language } = own;
  const words = wordsIn(language);
  const { change } = words.receipt;
  const isApart = isIdentifying(question);
  const asking = {
    ...{ language, words, limits: defaultAttachmentLimits },
    uploadsPath: "",
  };
  return {
    caption: words.receipt.response.heading(own.reference),
    question: { ...askQuestion(question, asking), files: [], unfinished: [] },
    // What is kept apart is not shown again: the device may be shared.
    answers: isApart ? {} : { [question.id]: answers[question.id] },
    notes: isApart
      ? [change.apart]
      : [...(question.required ? [] : [change.emptied]), change.lead],
    version: own.version,
    reference: own.reference,
    sendPath: changeAddress(question.id),
  };
}

type Refused = Extract<ChangeOutcome, { ok: false }>;

type Changing = {
  own: OwnResponse;
  question: Question;
  /** By the question's id. */
  typed: Answers;
  version: number;
};

/** The form as it was sent, with what to do about it. */
export function describeChangeRefusal(
  refused: Refused,
  changing: Changing,
): { reply: ChangeReply; status: number } {
  const { own, question, typed: answers, version } = changing;
  const { id } = question;
  const words = wordsIn(own.language);
  const sent = { answers, version };
  switch (refused.reason) {
    case "unfit": {
      const errors = { [id]: [refused.problem] };
      const wrongParts = { [id]: refused.wrongParts };
      return { reply: { ...sent, errors, wrongParts }, status: 400 };
    }
    case "changed-elsewhere": {
      const errors = { "": [words.page.savedElsewhere] };
      const savedLines = { [id]: lineOf(refused.saved, changing) };
      const reply = { answers, errors, savedLines, version: refused.version };
      return { reply, status: 409 };
    }
    case "leaves-out":
      return {
        reply: { ...sent, ...describeLeftOut(own, refused) },
        status: 409,
      };
    default: {
      const { checkLine } = questionTypeOf(question);
      const typedLine = checkLine(question, answers[id], own.language) ?? "";
      return { reply: { ...sent, errors: {}, typedLine }, status: 409 };
    }
  }
}

/** A form that was shown for another response: what stands in this one goes beside it, to choose. */
export function describeChangeOfAnother(
  { answers: saved }: Pick<Opened, "answers">,
  changing: Omit<Changing, "version">,
): { reply: ChangeReply; status: number } {
  const { own, question, typed } = changing;
  const errors = { "": [wordsIn(own.language).receipt.items.ofAnother] };
  const savedLines = { [question.id]: lineOf(saved[question.id], changing) };
  const { version } = own;
  return {
    reply: { answers: typed, errors, savedLines, version },
    status: 409,
  };
}

/** What is not asked for any more with a change, and that it has to be read first. */
export function describeLeftOut(
  own: OwnResponse,
  { questionIds }: { questionIds: string[] },
) {
  const { leavesOutMessage } = wordsIn(own.language).receipt.change;
  return {
    errors: { "": [leavesOutMessage] },
    leavesOut: describeAnswers(own).filter(({ questionId }) =>
      questionIds.includes(questionId),
    ),
  };
}

function lineOf(
  saved: Extract<Refused, { reason: "changed-elsewhere" }>["saved"],
  { own: { language }, question }: Pick<Changing, "own" | "question">,
): string {
  const words = wordsIn(language);
  if (isIdentifying(question)) return words.sent.keptApart;
  const { checkLine } = questionTypeOf(question);
  return checkLine(question, saved, language) ?? words.form.notProvided;
}
