import type { WorkingCopy } from "./working-copy.ts";
import {
  labelsOfChoices,
  type Question,
} from "../question-types/question-types.ts";
import { type Advice, adviceOn } from "../wording/advice.ts";

/** Advice on the words of a page: on one of its questions, or on what stands above them. */
export type PageAdvice = {
  pageId: string;
  questionId: string | undefined;
  advice: Advice | { about: "no-way-out" };
};

/** All advice on the words of a call's pages, in their order. */
export function adviceOnPages({
  pages,
}: Pick<WorkingCopy, "pages">): PageAdvice[] {
  return pages.flatMap(({ key: pageId, body }) => {
    const above = [body.title?.en ?? "", body.intro?.en ?? ""];
    return [
      ...above
        .flatMap((text) => adviceOn(text))
        .map((advice) => ({ pageId, questionId: undefined, advice })),
      ...body.questions.flatMap((question) =>
        keptAdvice(question).map((advice) => ({
          ...{ pageId, questionId: question.id, advice },
        })),
      ),
    ];
  });
}

/** Of a question that stays as it is: a screen of sixty pages tells how much there is on each. */
const known = new WeakMap<Question, PageAdvice["advice"][]>();

function keptAdvice(question: Question): PageAdvice["advice"][] {
  const advice = known.get(question) ?? adviceOnQuestion(question);
  known.set(question, advice);
  return advice;
}

function adviceOnQuestion(question: Question): PageAdvice["advice"][] {
  const { label, hint } = question;
  const options = labelsOfChoices(question).flatMap(({ labels }) =>
    labels.slice(0, 1),
  );
  return [
    ...adviceOn(label.en, true),
    ...adviceOn(hint?.en ?? ""),
    ...options.flatMap((option) => adviceOn(option)),
    ...(hasNoWayOut(question, options)
      ? [{ about: "no-way-out" as const }]
      : []),
  ];
}

/** Somebody who does not know would have to choose something that is not so; yes or no are consents as well. */
function hasNoWayOut({ required, meaning }: Question, options: string[]) {
  return (
    required &&
    meaning === undefined &&
    options.length > 2 &&
    !options.some((option) => wayOut.test(option))
  );
}

const wayOut =
  /know|not sure|unsure|prefer not|rather not|none of|something else|somebody else|someone else|other/i;
