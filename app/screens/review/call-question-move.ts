import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { rulesLookingAt } from "#app/domain/calls/authoring/rules-looking-at.ts";
import {
  assembleDefinition,
  maxQuestionsOfPage,
  type Part,
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { definitionProblems } from "#app/domain/calls/definition-problems.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { namesIn } from "./call-editor-names.ts";
import { describeProblems } from "./call-editor-problems.ts";
import type { Edited } from "./edited-call.ts";

const list = new Intl.ListFormat("en-GB");

type OfQuestion = Edited & { page: Part<"page">; question: Question };

/** The other pages that a question can be moved to, each with what would be wrong then. */
export function describeQuestionMove({
  call,
  copy,
  page,
  question,
}: OfQuestion) {
  const names = namesIn(copy);
  const one = { pageId: page.key, questionId: question.id };
  const shown = new Set(
    rulesLookingAt(copy, [question.id]).flatMap(({ pageIds }) => pageIds),
  );
  const places = copy.pages.flatMap(({ key }, at) =>
    shown.has(key) ? at : [],
  );
  return {
    label: question.label.en,
    backHref: editedQuestionAddress({ callSlug: call.slug, ...one }),
    seen: seenOf(copy, page),
    pages: copy.pages.flatMap(({ key, body }, at) =>
      key === page.key
        ? []
        : {
            value: key,
            label: `Page ${at + 1}, ${names.page(key)}`,
            hint:
              body.questions.length >= maxQuestionsOfPage
                ? `It has ${maxQuestionsOfPage} questions, and no page has more.`
                : looksAheadThen(places.filter((place) => place <= at)),
          },
    ),
  };
}

/** Of pages that are shown by an answer and would come before it. */
function looksAheadThen(places: number[]): string | undefined {
  if (places.length === 0) return undefined;
  const numbers = list.format(places.map((place) => String(place + 1)));
  return `Would look ahead: its answer shows ${places.length === 1 ? "page" : "pages"} ${numbers}.`;
}

/** What stands against a call after a change that did not before. */
function newProblems(before: WorkingCopy, after: WorkingCopy) {
  const old = new Set(problemsOf(before).map((one) => JSON.stringify(one)));
  return problemsOf(after).filter((one) => !old.has(JSON.stringify(one)));
}

const problemsOf = (copy: WorkingCopy) =>
  definitionProblems(assembleDefinition(copy));

/** Where a question stands now, and what is wrong because of it. */
export function tellQuestionMoved(
  before: WorkingCopy,
  after: WorkingCopy,
  { questionId, callSlug }: { questionId: string; callSlug: string },
): { kind: "success" | "notice"; text: string } {
  const names = namesIn(after);
  const place =
    after.pages.findIndex(({ key }) => key === names.pageOf(questionId)) + 1;
  const problems = newProblems(before, after);
  const wrong = describeProblems(problems, { callSlug, names, copy: after });
  return {
    kind: wrong.length > 0 ? "notice" : "success",
    text: [
      `The question is the last on page ${place} now.`,
      ...wrong.map(({ words }) => words),
    ].join(" "),
  };
}
