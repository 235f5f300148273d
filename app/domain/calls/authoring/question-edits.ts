import { membersOf, type Question } from "../question-types/question-types.ts";
import { findAmong, withList } from "./asked-again.ts";
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

/** Adds a question after the others of its page, or of those that are asked several times together. */
export function addQuestion(
  copy: WorkingCopy,
  of: OnPage & { form: QuestionForm; taken: ReadonlySet<string> },
): Edit<"gone" | "page-full" | QuestionRefusal> {
  const { pageId, form, taken } = of;
  const page = findPart(copy, pageId);
  const list = page && listOf(page.body.questions, form.group);
  if (!page || !list) return { refused: "gone" };
  if (list.length >= maxQuestionsOfPage) return { refused: "page-full" };
  const id = newId(form.label, { taken, kind: "question" });
  const read = readTypedQuestion(form, {
    ...{ old: undefined, id, takenValues: new Set<string>(), taken },
  });
  if ("refused" in read) return read;
  const questions = withList(page.body.questions, form.group, (all) => [
    ...all,
    read.question,
  ]);
  if (!questions) return { refused: "does-not-fit" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: { what: "question-added", key: id },
  };
}

/** The questions of a page, or those that one of them asks several times; undefined where it does not. */
function listOf(
  questions: readonly Question[],
  groupId: string | undefined,
): readonly Question[] | undefined {
  if (groupId === undefined) return questions;
  const group = questions.find(({ id }) => id === groupId);
  const members = group ? membersOf(group) : [];
  return members.length > 0 ? members : undefined;
}

/** Another text, other options or settings of a question; its id and its kind stay. */
export function changeQuestion(
  copy: WorkingCopy,
  of: OfQuestion & { form: QuestionForm; takenValues: ReadonlySet<string> },
): Edit<"gone" | "changed-meanwhile" | QuestionRefusal> {
  const { pageId, questionId: id, form, takenValues } = of;
  const page = findPart(copy, pageId);
  const found = page && findAmong(page.body.questions, id);
  if (!page || !found) return { refused: "gone" };
  if (seenOf(copy, page) !== form.seen) return { refused: "changed-meanwhile" };
  const { question: old, group } = found;
  const read = readTypedQuestion(form, { old, id, takenValues });
  if ("refused" in read) return read;
  const questions = withList(page.body.questions, group?.id, (list) =>
    list.map((one) => (one.id === id ? read.question : one)),
  );
  if (!questions) return { refused: "does-not-fit" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: { what: "question", key: id },
  };
}

/** Takes a question away. Rules that look at it stay, and are named by the check. */
export function removeQuestion(
  copy: WorkingCopy,
  { pageId, questionId, seen }: OfQuestion & { seen: string },
): Edit<"gone" | "changed-meanwhile" | "last-of-group"> {
  const page = findPart(copy, pageId);
  const found = page && findAmong(page.body.questions, questionId);
  if (!page || !found) return { refused: "gone" };
  if (seenOf(copy, page) !== seen) return { refused: "changed-meanwhile" };
  const questions = withList(page.body.questions, found.group?.id, (list) =>
    list.filter(({ id }) => id !== questionId),
  );
  if (!questions) return { refused: "last-of-group" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: { what: "question-removed", key: questionId },
  };
}

/**
 * Puts a page's questions, or those that one of them asks several times, in the
 * order that the numbers beside them ask for.
 *
 * @param of.shown their ids as the form showed them
 */
export function orderQuestions(
  copy: WorkingCopy,
  of: OnPage & {
    shown: readonly string[];
    numbers: readonly number[];
    groupId?: string | undefined;
    move?: Move | undefined;
  },
): Edit<"gone" | "questions-changed"> {
  const { pageId, shown, numbers, groupId, move } = of;
  const page = findPart(copy, pageId);
  const list = page && listOf(page.body.questions, groupId);
  if (!page || !list) return { refused: "gone" };
  const isSame =
    shown.length === list.length &&
    list.every(({ id }, place) => id === shown[place]);
  const questions = withList(page.body.questions, groupId, (all) =>
    moveOne(placeByNumbers(all, numbers), move, ({ id }) => id),
  );
  if (!isSame || !questions) return { refused: "questions-changed" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: { what: "question-order", key: groupId ?? pageId },
  };
}
