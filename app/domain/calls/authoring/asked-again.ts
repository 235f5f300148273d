import {
  membersOf,
  type Question,
  questionSchema,
} from "../question-types/question-types.ts";
import type { WorkingCopy } from "./working-copy.ts";

/*
 * Questions of a page, and those that one of them asks several times: both are
 * found, changed and taken away by their ids.
 */

/** A question among these or among those that one of them asks several times, and that one. */
export function findAmong(
  questions: readonly Question[],
  id: string,
): { question: Question; group: Question | undefined } | undefined {
  for (const question of questions) {
    if (question.id === id) return { question, group: undefined };
    const member = membersOf(question).find((one) => one.id === id);
    if (member) return { question: member, group: question };
  }
  return undefined;
}

/**
 * The questions with what `change` makes of a list of them: the page's own, or
 * those that are asked several times with the question of that id.
 *
 * @returns undefined where nothing, or nothing that can be asked again, would be left.
 */
export function withList(
  questions: readonly Question[],
  groupId: string | undefined,
  change: (list: readonly Question[]) => Question[],
): Question[] | undefined {
  if (groupId === undefined) return change(questions);
  const all: Question[] = [];
  for (const one of questions) {
    const asked = { ...one, questions: change(membersOf(one)) };
    const read =
      one.id === groupId
        ? questionSchema.safeParse(asked)
        : { success: true as const, data: one };
    if (!read.success) return undefined;
    all.push(read.data);
  }
  return all;
}

/** Every question of a working copy, those that are asked several times after the one that asks them. */
export function questionsOf({ pages }: Pick<WorkingCopy, "pages">): Question[] {
  return pages
    .flatMap(({ body }) => body.questions)
    .flatMap((one) => [one, ...membersOf(one)]);
}
