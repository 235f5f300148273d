import {
  type ConditionProblem,
  conditionProblems,
} from "./condition-problems.ts";
import {
  type EqualityProblem,
  equalityProblems,
  nameOfEveryObject,
  type EqualityQuestions,
} from "./equality.ts";
import type { Condition } from "./conditions.ts";
import type { CallWords } from "./languages.ts";
import { type MeaningProblem, meaningProblems } from "./meanings.ts";
import { type SectionProblem, sectionProblems } from "./section-problems.ts";
import {
  findEvidenceQuestion,
  findGroupQuestion,
  isIdentifying,
  type Question,
  questionTypeOf,
  takesFiles,
} from "./question-types/question-types.ts";

/** What stands against a definition whose parts are each well made, and on which pages the questions stand that it names. */
export type DefinitionProblem = Problem & { onPages?: string[] };

type Problem =
  | ConditionProblem
  | MeaningProblem
  | SectionProblem
  | EqualityProblem
  | { reason: "page-twice"; pageId: string }
  | { reason: "question-twice"; questionId: string }
  /** Heard has a page of its own at that address. */
  | { reason: "page-id-reserved"; pageId: string }
  /** The form of its page has a field of that name. */
  | { reason: "question-id-reserved"; questionId: string }
  /** What is in a file is read and searched, so no file can be kept apart. */
  | { reason: "identifying-files"; pageId: string }
  /** Its items are added on other pages, and nothing else that was typed here may be left behind. */
  | { reason: "evidence-not-alone"; pageId: string }
  /** Its items are added on other pages too. */
  | { reason: "group-not-alone"; pageId: string }
  /** The least is more than the most. */
  | { reason: "group-counts"; pageId: string }
  /** It stands once for each item: what hangs on one answer cannot hang on it, nor can it be kept apart. */
  | { reason: "group-member"; questionId: string }
  /** Of several questions none can be the page's heading. */
  | { reason: "title-missing"; pageId: string };

export const reservedPageIds = [
  "answers",
  "asked-again",
  "check",
  nameOfEveryObject,
  "copy",
  "delete",
  "draft",
  "equality",
  "late",
  "off-device",
  "save",
  "sent",
  "somebody-else",
  "tasks",
];
/** A page's own hidden fields and buttons. */
export const reservedQuestionIds = [
  ...["draft", "version", "rendering", "intent"],
  nameOfEveryObject,
];

type Page = {
  id: string;
  title?: CallWords | undefined;
  showIf?: string | undefined;
  section?: string | undefined;
  questions: Question[];
};

type Form = {
  pages: Page[];
  conditions: Condition[];
  navigation: "pages" | "task-list";
  sections: { id: string }[];
  equality?: EqualityQuestions | undefined;
};

export function definitionProblems(form: Form): DefinitionProblem[] {
  const { pages } = form;
  const pageIds = pages.map(({ id }) => id);
  const questionIds = pages.flatMap((page) =>
    [...page.questions, ...membersOf(page)].map(({ id }) => id),
  );
  const problems: Problem[] = [
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
    ...sectionProblems(form),
    ...conditionProblems(form),
    ...meaningProblems(pages.flatMap(markedQuestions)),
  ];
  // What is asked after sending stands on no page of the form.
  return [
    ...problems.map((problem) => withPages(problem, pages)),
    ...equalityProblems(form.equality),
  ];
}

/** Whether it stands against an id that Heard itself has a use for. */
export function isOfReservedId({ reason }: DefinitionProblem): boolean {
  return (
    reason === "page-id-reserved" ||
    reason === "question-id-reserved" ||
    reason === "equality-id-reserved"
  );
}

/** Whoever has to mend a form of fifty pages looks for the page first. */
function withPages(problem: Problem, pages: Page[]): DefinitionProblem {
  const named = new Set(questionIdsOf(problem));
  const naming = pages.filter((page) =>
    [...page.questions, ...membersOf(page)].some(({ id }) => named.has(id)),
  );
  if (naming.length === 0) return problem;
  return { ...problem, onPages: [...new Set(naming.map(({ id }) => id))] };
}

function questionIdsOf(problem: Problem): string[] {
  if ("questionIds" in problem) return problem.questionIds;
  return "questionId" in problem ? [problem.questionId] : [];
}

function firstTwice(ids: string[]): string[] {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return [id];
    seen.add(id);
  }
  return [];
}

function pageProblems({ id, title, questions }: Page): Problem[] {
  const problems: Problem[] = [];
  if (questions.some((one) => takesFiles(one) && one.identifying))
    problems.push({ reason: "identifying-files", pageId: id });
  if (questions.length > 1 && findEvidenceQuestion(questions))
    problems.push({ reason: "evidence-not-alone", pageId: id });
  const group = findGroupQuestion(questions);
  if (group && questions.length > 1)
    problems.push({ reason: "group-not-alone", pageId: id });
  if (group && group.min > group.max)
    problems.push({ reason: "group-counts", pageId: id });
  for (const one of [...membersOf({ questions }), ...(group ? [group] : [])])
    if (one.identifying || one.meaning !== undefined || one.shownInQueue)
      problems.push({ reason: "group-member", questionId: one.id });
  if (questions.length > 1 && !title)
    problems.push({ reason: "title-missing", pageId: id });
  return problems;
}

function membersOf({ questions }: Pick<Page, "questions">) {
  return findGroupQuestion(questions)?.questions ?? [];
}

function markedQuestions({ questions, showIf }: Page) {
  return questions.map((question) => ({
    ...question,
    isIdentifying: isIdentifying(question),
    isConditional: showIf !== undefined,
    values: questionTypeOf(question).choiceValues(question),
  }));
}
