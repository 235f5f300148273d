import { checkDefinition } from "../definition.ts";
import {
  type DefinitionProblem,
  definitionProblems,
} from "../definition-problems.ts";
import { hasEmptyRange, takesFiles } from "../question-types/question-types.ts";
import { type Reach, reachOfPages } from "../reachability.ts";
import { keepOfCopy } from "./keep-of-copy.ts";
import { withoutWayOut } from "./way-to-say-nothing.ts";
import {
  type TranslationProblem,
  translationProblems,
} from "./translation/translation-problems.ts";
import {
  assembleDefinition,
  neededTexts,
  type WorkingCopy,
} from "./working-copy.ts";

/** What a working copy may lack and a call may not. */
export type GapProblem =
  | { reason: "text-missing"; text: (typeof neededTexts)[number] }
  | { reason: "pages-missing" }
  | { reason: "page-empty"; pageId: string }
  /** No number or no day is within its limits. */
  | { reason: "range-empty"; pageId: string; questionId: string }
  /** It is marked as sensitive, and somebody who would rather not say has no way to. */
  | { reason: "no-way-to-say-nothing"; pageId: string; questionId: string }
  /** Nobody would see the page, whatever they answer. */
  | { reason: "page-never"; pageId: string; conditionId: string };

export type WorkingCopyProblem =
  DefinitionProblem | GapProblem | TranslationProblem;

export type CheckedWorkingCopy = {
  /** Each stops its publishing. */
  problems: WorkingCopyProblem[];
  /** What somebody may have meant otherwise. */
  remarks: Remark[];
};

export type Remark =
  | Reach
  /** Files that are chosen there are not sent where another answer hides the page. */
  | { reach: "files-may-drop"; pageId: string };

/** All that stands against publishing what is being changed; what is missing hides nothing else. */
export const checkWorkingCopy = keepOfCopy(checkNow);

/** What would be published, read as it is where one is stored or handed in. */
export const checkedDefinitionOf = keepOfCopy((copy) =>
  checkDefinition(assembleDefinition(copy)),
);

function checkNow(copy: WorkingCopy): CheckedWorkingCopy {
  const unfinished = translationProblems(copy);
  const checked = checkedDefinitionOf(copy);
  if (!checked.ok) {
    const form = assembleDefinition(copy);
    const problems = [...gapsOf(copy), ...definitionProblems(form)];
    if (problems.length === 0)
      throw new Error("A working copy holds what no form was taken with");
    return { problems: [...problems, ...unfinished], remarks: [] };
  }
  const gaps = gapsOf(copy);
  if (gaps.length > 0)
    return { problems: [...gaps, ...unfinished], remarks: [] };
  const reach = reachOfPages(checked.definition);
  const never = reach
    .filter((one) => one.reach === "never")
    .map(({ pageId, conditionId }) => ({
      reason: "page-never" as const,
      ...{ pageId, conditionId },
    }));
  return {
    problems: [...never, ...unfinished],
    remarks: [
      ...reach.filter(
        (one) => one.reach === "always" || one.reach === "not-checked",
      ),
      ...checked.definition.pages
        .filter(
          ({ showIf, questions }) =>
            showIf !== undefined && questions.some(takesFiles),
        )
        .map(({ id: pageId }) => ({
          ...{ reach: "files-may-drop" as const, pageId },
        })),
    ],
  };
}

function gapsOf({ about, pages }: WorkingCopy): GapProblem[] {
  return [
    ...neededTexts
      .filter((text) => about.body[text].en === "")
      .map((text) => ({ reason: "text-missing" as const, text })),
    ...(pages.length === 0 ? [{ reason: "pages-missing" as const }] : []),
    ...pages
      .filter(({ body }) => body.questions.length === 0)
      .map(({ key }) => ({ reason: "page-empty" as const, pageId: key })),
    ...pages.flatMap(({ key, body }) =>
      body.questions.filter(hasEmptyRange).map(({ id }) => ({
        ...{ reason: "range-empty" as const, pageId: key, questionId: id },
      })),
    ),
    ...pages.flatMap(({ key, body }) =>
      withoutWayOut(body.questions).map(({ id }) => ({
        reason: "no-way-to-say-nothing" as const,
        ...{ pageId: key, questionId: id },
      })),
    ),
  ];
}
