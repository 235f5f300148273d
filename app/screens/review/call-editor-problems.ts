import {
  editedPageAddress,
  editedRuleAddress,
  editorAddress,
  translationAddress,
} from "#app/authoring-addresses.ts";
import type {
  GapProblem,
  Remark,
  WorkingCopyProblem,
} from "#app/domain/calls/authoring/check-working-copy.ts";
import { findRule } from "#app/domain/calls/authoring/rule-edits.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { DefinitionProblem } from "#app/domain/calls/definition-problems.ts";
import { mostTried } from "#app/domain/calls/routes/combinations.ts";
import type { EditorNames } from "./call-editor-names.ts";
import { describeRuleProblem } from "./call-editor-rule-problems.ts";
import { tellUnfinished } from "./call-translation-standing.ts";
import { capitalised, textNames } from "./call-editor-words.ts";

type Place = { callSlug: string; names: EditorNames; copy: WorkingCopy };

export type ProblemLine = { words: string; href: string };

/** What stands against publishing a working copy, each in a sentence with the place to mend it. */
export function describeProblems(
  problems: readonly WorkingCopyProblem[],
  { callSlug, names, copy }: Place,
): ProblemLine[] {
  return problems.map((problem) => ({
    words: capitalised(describe(problem, names)),
    href: placeOf(problem, { callSlug, names, copy }),
  }));
}

/** What somebody may have meant otherwise, and which does not stop them. */
export function describeRemarks(
  remarks: readonly Remark[],
  names: EditorNames,
): string[] {
  return remarks.map(({ pageId, reach }) =>
    capitalised(
      reach === "always"
        ? `${names.page(pageId)} is always shown: its rule holds whatever is answered.`
        : reach === "files-may-drop"
          ? `${names.page(pageId)} asks for files and has a rule: who changes an answer so that it hides is told that the files are not sent, and they come back with the page.`
          : `${names.page(pageId)} was not checked: there are more than ${mostTried.toLocaleString("en-GB")} ways to answer what its rule looks at, so it may never or always be shown.`,
    ),
  );
}

function placeOf(
  problem: WorkingCopyProblem,
  { callSlug, names, copy }: Place,
): string {
  const page = (pageId: string) => editedPageAddress({ callSlug, pageId });
  if (problem.reason === "translation-unfinished")
    return translationAddress({ callSlug, language: problem.language });
  if (problem.reason === "text-missing")
    return `${editorAddress(callSlug, "about")}#${problem.text}`;
  if ("pageId" in problem) return page(problem.pageId);
  if ("conditionId" in problem || "conditionIds" in problem) {
    const ids =
      "conditionIds" in problem ? problem.conditionIds : [problem.conditionId];
    const there = ids.find((id) => findRule(copy, id));
    return there === undefined
      ? `${editorAddress(callSlug)}#rules`
      : editedRuleAddress({ callSlug, ruleId: there });
  }
  const [questionId] =
    "questionIds" in problem
      ? problem.questionIds
      : "questionId" in problem
        ? [problem.questionId]
        : [];
  const on = questionId === undefined ? undefined : names.pageOf(questionId);
  return on === undefined ? `${editorAddress(callSlug)}#pages` : page(on);
}

const isGap = (problem: WorkingCopyProblem): problem is GapProblem =>
  [
    "text-missing",
    "pages-missing",
    "page-empty",
    "range-empty",
    "page-never",
    "no-way-to-say-nothing",
  ].includes(problem.reason);

function describe(problem: WorkingCopyProblem, names: EditorNames): string {
  if (problem.reason === "translation-unfinished")
    return tellUnfinished(problem);
  return isGap(problem)
    ? describeGap(problem, names)
    : describePageProblem(problem, names);
}

function describeGap(problem: GapProblem, names: EditorNames): string {
  switch (problem.reason) {
    case "text-missing":
      return `“${textNames[problem.text]}” is empty.`;
    case "pages-missing":
      return "There is no page yet.";
    case "page-empty":
      return `${names.page(problem.pageId)} has no question.`;
    case "range-empty":
      return `Nobody could answer ${names.question(problem.questionId)} on ${names.page(problem.pageId)}: its least or earliest is above its most or latest.`;
    case "no-way-to-say-nothing":
      return `${names.question(problem.questionId)} on ${names.page(problem.pageId)} is sensitive and leaves no way to say nothing: give it the option “Prefer not to say”, or, where it is answered in words, let it be left out.`;
    case "page-never":
      return `Nobody would see ${names.page(problem.pageId)}: no answers make its rule ${names.rule(problem.conditionId)} hold.`;
  }
}

function describePageProblem(
  problem: DefinitionProblem,
  names: EditorNames,
): string {
  switch (problem.reason) {
    case "page-twice":
      return `Two pages have the address of ${names.page(problem.pageId)}.`;
    case "question-twice":
      return `${names.question(problem.questionId)} stands there twice.`;
    case "page-id-reserved":
      return `${names.page(problem.pageId)} has an address that Heard needs itself.`;
    case "question-id-reserved":
      return `${names.question(problem.questionId)} has an id that Heard needs itself.`;
    case "identifying-files":
      return `${names.page(problem.pageId)} asks for files that would say who somebody is: what is in a file is read and searched, so it cannot be kept apart.`;
    case "evidence-not-alone":
      return `${names.page(problem.pageId)} has a question for pieces of evidence and others: give it a page of its own.`;
    case "group-not-alone":
      return `${names.page(problem.pageId)} has questions that are asked several times and others: give them pages of their own.`;
    case "group-counts":
      return `${names.page(problem.pageId)} asks for more items than it takes.`;
    case "group-member":
      return `${names.question(problem.questionId)} is asked several times: it can be neither kept apart, nor shown in the queue, nor decide anything.`;
    case "title-missing":
      return `${names.page(problem.pageId)} has several questions and no title.`;
    default:
      return describeRuleProblem(problem, names);
  }
}
