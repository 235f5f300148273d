import { findAmong } from "#app/domain/calls/authoring/asked-again.ts";
import {
  editedPageAddress,
  editedQuestionAddress,
} from "#app/authoring-addresses.ts";
import { bankQuestionAddress } from "#app/call-addresses.ts";
import {
  type BankQuestion,
  hasNewer,
  newerOf,
  optionsGone,
  seenOfKept,
  takeableOf,
} from "#app/domain/calls/bank/bank-question.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { optionsOfQuestion } from "#app/domain/calls/authoring/typed-options.ts";
import { describeBrokenRules } from "./call-editor.ts";
import { factsOfQuestion } from "./question-facts.ts";
import type { Edited } from "./edited-call.ts";
import { plural } from "./counted.ts";
import { changesBetween, groupsOf } from "./question-bank.ts";
import { describeFixedOf } from "./question-bank-fixed.ts";

type OnPage = Edited & { page: Part<"page"> };
type OfQuestion = OnPage & { question: Question; group?: Question | undefined };

/** The questions of the bank that a page can take, or those that are asked several times on it. */
export function describeTaking(
  { call, copy, page }: OnPage,
  {
    bank,
    group,
  }: { bank: readonly BankQuestion[]; group?: Question | undefined },
) {
  const one = { callSlug: call.slug, pageId: page.key };
  const kept = takeableOf(bank, group !== undefined);
  return {
    callTitle: call.definition.title.en,
    backHref: group
      ? editedQuestionAddress({ ...one, questionId: group.id })
      : editedPageAddress(one),
    backName: group ? group.label.en : "The page",
    wholes: groupsOf(kept)
      .filter(({ name, questions }) => name !== "" && questions.length > 1)
      .map(({ name, questions }) => ({
        name,
        button: `Take all ${questions.length} of “${name}”`,
        questions: questions.map((question) => question.name),
      })),
    choices: groupsOf(kept).flatMap(({ questions }) => questions.map(choiceOf)),
    fixed: group ? [] : describeFixedOf(copy, one),
  };
}

function choiceOf({ key, name, group, question }: BankQuestion) {
  const words = question.label.en === name ? "" : `“${question.label.en}” `;
  const facts = factsOfQuestion(question);
  return {
    ...{ value: key, label: name },
    hint: `${words}${facts}${group && `. Of “${group}”`}`,
  };
}

/** The form by which a question goes into the bank; `kept` is the one that it is a copy of. */
export function describeKeeping(
  { call, page, question }: OfQuestion,
  kept: BankQuestion | undefined,
) {
  const isNext = kept !== undefined && !kept.isRetired;
  return {
    label: question.label.en,
    backHref: editedQuestionAddress({
      ...{ callSlug: call.slug, pageId: page.key, questionId: question.id },
    }),
    ...{ name: question.label.en.slice(0, 250), group: "" },
    seen: isNext ? seenOfKept(kept) : "",
    choices: isNext
      ? [
          {
            value: "next",
            label: `As version ${kept.version + 1} of “${kept.name}”`,
            hint: "Other calls that took it are told that there is a newer version, and keep their own words until somebody takes it",
          },
          { value: "new", label: "As a question of its own" },
        ]
      : [],
    places: isNext ? changesBetween(kept.question, own(kept, question)) : [],
  };
}

/** A question under the ids that another has, so that the two can be compared. */
function own(kept: BankQuestion, question: Question): Question {
  return { ...question, id: kept.question.id };
}

/** What a newer version in the bank would change of a question, and what that would break. */
export function describeNewer(
  { call, copy, page, question }: OfQuestion,
  kept: BankQuestion,
) {
  const newer = newerOf(question, kept);
  const gone = optionsGone(question, newer);
  const { id: questionId } = question;
  return {
    label: question.label.en,
    backHref: editedQuestionAddress({
      ...{ callSlug: call.slug, pageId: page.key, questionId },
    }),
    ...{ bankHref: bankQuestionAddress(kept.key), name: kept.name },
    ...{ version: kept.version, ours: question.origin?.version ?? 0 },
    seen: seenOf(copy, page),
    isNewer: hasNewer(question, kept),
    places: changesBetween(question, newer),
    gone: optionsOfQuestion(question)
      .filter(({ value }) => gone.includes(value))
      .map(({ label }) => label.en),
    brokenRules: describeBrokenRules(copy, [questionId], gone),
  };
}

/** The copies among these of which the bank has a newer version, each with where that is looked at. */
export function listNewer(
  { call, copy }: Edited,
  questions: readonly Question[],
  bank: readonly BankQuestion[],
) {
  return questions.flatMap((question) => {
    const kept = bank.find(({ key }) => key === question.origin?.item);
    // Few are copies, and of few of these there is a newer one: only their pages are looked for.
    if (!kept || !hasNewer(question, kept)) return [];
    const page = copy.pages.find(({ body }) =>
      findAmong(body.questions, question.id),
    );
    if (!page) return [];
    const one = { callSlug: call.slug, pageId: page.key };
    return [
      {
        href: editedQuestionAddress(
          { ...one, questionId: question.id },
          "newer",
        ),
        ...{ label: question.label.en, version: kept.version },
      },
    ];
  });
}

/** What is said once questions were copied. */
export function tellTaken(count: number): string {
  const own = count === 1 ? "It is" : "They are";
  return `${plural(count, "question is", "questions are")} added after the others. ${own} this call’s own now: changes here change nothing in the bank.`;
}
