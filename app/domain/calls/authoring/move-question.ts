import { findPart, withPage } from "./edits.ts";
import {
  maxQuestionsOfPage,
  seenOf,
  type WorkingCopy,
} from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/** Puts a question after the others of another page. Its id stays, and so do the rules that look at it. */
export function moveQuestion(
  copy: WorkingCopy,
  of: { pageId: string; questionId: string; to: string; seen: string },
): Edit<"gone" | "changed-meanwhile" | "page-full"> {
  const { pageId, questionId, to, seen } = of;
  const page = findPart(copy, pageId);
  const target = findPart(copy, to);
  const question = page?.body.questions.find(({ id }) => id === questionId);
  if (!page || !target || !question || to === pageId)
    return { refused: "gone" };
  if (seenOf(copy, page) !== seen) return { refused: "changed-meanwhile" };
  if (target.body.questions.length >= maxQuestionsOfPage)
    return { refused: "page-full" };
  const without = withPage(copy, pageId, {
    ...page.body,
    questions: page.body.questions.filter(({ id }) => id !== questionId),
  });
  return {
    after: withPage(without, to, {
      ...target.body,
      questions: [...target.body.questions, question],
    }),
    did: { what: "question-moved", key: questionId },
  };
}
