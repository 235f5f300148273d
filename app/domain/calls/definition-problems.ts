import type { CallWords } from "./languages.ts";
import { type Question, takesFiles } from "./question-types/question-types.ts";

/** What stands against a definition whose parts are each well made. */
export type DefinitionProblem =
  | { reason: "page-twice"; pageId: string }
  | { reason: "question-twice"; questionId: string }
  /** Heard has a page of its own at that address. */
  | { reason: "page-id-reserved"; pageId: string }
  /** The form of its page has a field of that name. */
  | { reason: "question-id-reserved"; questionId: string }
  /** What is in a file is read and searched, so no file can be kept apart. */
  | { reason: "identifying-files"; pageId: string }
  /** Of several questions none can be the page's heading. */
  | { reason: "title-missing"; pageId: string };

const reservedPageIds = ["check", "sent", "draft", "copy", "delete", "late"];
/** A page's own hidden fields and buttons. */
const reservedQuestionIds = ["draft", "version", "rendering", "intent"];

type Page = {
  id: string;
  title?: CallWords | undefined;
  questions: Question[];
};

export function definitionProblems(pages: Page[]): DefinitionProblem[] {
  const pageIds = pages.map(({ id }) => id);
  const questionIds = pages.flatMap((page) =>
    page.questions.map(({ id }) => id),
  );
  return [
    ...firstTwice(pageIds).map((pageId) => ({
      reason: "page-twice" as const,
      pageId,
    })),
    ...firstTwice(questionIds).map((questionId) => ({
      reason: "question-twice" as const,
      questionId,
    })),
    ...reservedPageIds
      .filter((id) => pageIds.includes(id))
      .map((pageId) => ({ reason: "page-id-reserved" as const, pageId })),
    ...reservedQuestionIds
      .filter((id) => questionIds.includes(id))
      .map((questionId) => ({
        reason: "question-id-reserved" as const,
        questionId,
      })),
    ...pages.flatMap(pageProblems),
  ];
}

function firstTwice(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).slice(0, 1);
}

function pageProblems({ id, title, questions }: Page): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  if (questions.some((one) => takesFiles(one) && one.identifying))
    problems.push({ reason: "identifying-files", pageId: id });
  if (questions.length > 1 && !title)
    problems.push({ reason: "title-missing", pageId: id });
  return problems;
}
