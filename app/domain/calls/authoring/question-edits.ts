import type { Question } from "../question-types/question-types.ts";
import { findPart, withPage } from "./edits.ts";
import { type Move, moveOne } from "./move-one.ts";
import { newId } from "./new-ids.ts";
import { placeByNumbers } from "./place-by-numbers.ts";
import type { QuestionForm } from "./question-forms.ts";
import { type QuestionRefusal, readTypedQuestion } from "./typed-question.ts";
import {
  maxQuestionsOfPage,
  seenOf,
  type WorkingCopy,
} from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

type OnPage = { pageId: string };
type OfQuestion = OnPage & { questionId: string };

/** Adds a question after the others of its page. */
export function addQuestion(
  copy: WorkingCopy,
  of: OnPage & { form: QuestionForm; taken: ReadonlySet<string> },
): Edit<"gone" | "page-full" | QuestionRefusal> {
  const { pageId, form, taken } = of;
  const page = findPart(copy, pageId);
  if (!page) return { refused: "gone" };
  const { questions } = page.body;
  if (questions.length >= maxQuestionsOfPage) return { refused: "page-full" };
  const id = newId(form.label, { taken, kind: "question" });
  const read = readTypedQuestion(form, {
    ...{ old: undefined, id, takenValues: new Set<string>() },
  });
  if ("refused" in read) return read;
  return {
    after: withQuestions(copy, pageId, [...questions, read.question]),
    did: { what: "question-added", key: id },
  };
}

/** Another text, other options or settings of a question; its id and its kind stay. */
export function changeQuestion(
  copy: WorkingCopy,
  of: OfQuestion & { form: QuestionForm; takenValues: ReadonlySet<string> },
): Edit<"gone" | "changed-meanwhile" | QuestionRefusal> {
  const { pageId, questionId: id, form, takenValues } = of;
  const page = findPart(copy, pageId);
  const old = page?.body.questions.find((one) => one.id === id);
  if (!page || !old) return { refused: "gone" };
  if (seenOf(copy, page) !== form.seen) return { refused: "changed-meanwhile" };
  const read = readTypedQuestion(form, { old, id, takenValues });
  if ("refused" in read) return read;
  const questions = page.body.questions.map((one) =>
    one.id === id ? read.question : one,
  );
  return {
    after: withQuestions(copy, pageId, questions),
    did: { what: "question", key: id },
  };
}

/** Takes a question away. Rules that look at it stay, and are named by the check. */
export function removeQuestion(
  copy: WorkingCopy,
  { pageId, questionId, seen }: OfQuestion & { seen: string },
): Edit<"gone" | "changed-meanwhile"> {
  const page = findPart(copy, pageId);
  if (!page?.body.questions.some(({ id }) => id === questionId))
    return { refused: "gone" };
  if (seenOf(copy, page) !== seen) return { refused: "changed-meanwhile" };
  const questions = page.body.questions.filter(({ id }) => id !== questionId);
  return {
    after: withQuestions(copy, pageId, questions),
    did: { what: "question-removed", key: questionId },
  };
}

/**
 * Puts a page's questions in the order that the numbers beside them ask for.
 *
 * @param of.shown their ids as the form showed them
 */
export function orderQuestions(
  copy: WorkingCopy,
  of: OnPage & {
    shown: readonly string[];
    numbers: readonly number[];
    move?: Move | undefined;
  },
): Edit<"gone" | "questions-changed"> {
  const { pageId, shown, numbers, move } = of;
  const page = findPart(copy, pageId);
  if (!page) return { refused: "gone" };
  const { questions } = page.body;
  const isSame =
    shown.length === questions.length &&
    questions.every(({ id }, place) => id === shown[place]);
  if (!isSame) return { refused: "questions-changed" };
  const placed = placeByNumbers(questions, numbers);
  return {
    after: withQuestions(
      copy,
      pageId,
      moveOne(placed, move, ({ id }) => id),
    ),
    did: { what: "question-order", key: pageId },
  };
}

function withQuestions(
  copy: WorkingCopy,
  pageId: string,
  questions: Question[],
): WorkingCopy {
  const page = findPart(copy, pageId);
  return page ? withPage(copy, pageId, { ...page.body, questions }) : copy;
}
