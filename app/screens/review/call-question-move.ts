import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { moveQuestion } from "#app/domain/calls/authoring/move-question.ts";
import {
  assembleDefinition,
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
  const seen = seenOf(copy, page);
  return {
    label: question.label.en,
    backHref: editedQuestionAddress({ callSlug: call.slug, ...one }),
    seen,
    pages: copy.pages.flatMap(({ key }, index) => {
      if (key === page.key) return [];
      const moved = moveQuestion(copy, { ...one, to: key, seen });
      const wrong =
        "refused" in moved
          ? ["It has 20 questions, and no page has more."]
          : looksAheadThen(copy, moved.after);
      return [
        {
          value: key,
          label: `Page ${index + 1}, ${names.page(key)}`,
          hint: wrong.length > 0 ? wrong.join(" ") : undefined,
        },
      ];
    }),
  };
}

/** The pages that would come before an answer that shows them. */
function looksAheadThen(before: WorkingCopy, after: WorkingCopy): string[] {
  const pages = newProblems(before, after).flatMap((one) =>
    one.reason === "rule-looks-ahead" ? [one.pageId] : [],
  );
  const numbers = numbersOf(after, pages);
  if (numbers.length === 0) return [];
  return [
    `Would look ahead: its answer shows ${numbers.length === 1 ? "page" : "pages"} ${list.format(numbers)}.`,
  ];
}

function numbersOf({ pages }: WorkingCopy, ids: string[]): string[] {
  return pages.flatMap(({ key }, index) =>
    ids.includes(key) ? [String(index + 1)] : [],
  );
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
