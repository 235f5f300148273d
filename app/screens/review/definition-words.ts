import { unreadableSigns } from "#app/domain/calls/call-file/names-not-taken.ts";
import type { ConditionProblem } from "#app/domain/calls/condition-problems.ts";
import type { MeaningProblem } from "#app/domain/calls/meanings.ts";
import type { EqualityProblem } from "#app/domain/calls/equality.ts";
import type { SectionProblem } from "#app/domain/calls/section-problems.ts";
import type { CheckedDefinition } from "#app/domain/calls/definition.ts";

type Problem = Extract<CheckedDefinition, { ok: false }>["problems"][number];

/** What is said of a definition that cannot be taken: what is wrong, and on which page. */
export function describeDefinitionProblem(problem: Problem): string {
  const said = describeProblem(problem);
  const onPages = "onPages" in problem ? (problem.onPages ?? []) : [];
  // A page's own fault has said which.
  if (onPages.length === 0 || "pageId" in problem) return said;
  const pages = onPages.length === 1 ? "page" : "pages";
  return `${said} (on ${pages} ${listOf(onPages)})`;
}

const listOf = (ids: string[]) => ids.map((id) => `"${id}"`).join(", ");

const unreadableWords =
  "It holds a control character or half a character, which no screen can show. Write it anew";

function describeProblem(problem: Problem): string {
  switch (problem.reason) {
    case "misshapen":
      return `${problem.at}: ${problem.detail === unreadableSigns ? unreadableWords : problem.detail}`;
    case "page-twice":
      return `Two pages have the id "${problem.pageId}"`;
    case "question-twice":
      return `Two questions have the id "${problem.questionId}"`;
    case "page-id-reserved":
      return `A page cannot have the id "${problem.pageId}": Heard has one there`;
    case "question-id-reserved":
      return `A question cannot have the id "${problem.questionId}": Heard has a field or a name of its own like that`;
    case "identifying-files":
      return `Page "${problem.pageId}" has an identifying question for files: what is in a file is read and searched`;
    case "evidence-not-alone":
      return `Page "${problem.pageId}" has a question for evidence items and others: give it a page of its own`;
    case "group-not-alone":
      return `Page "${problem.pageId}" has questions that are asked again and others: give them pages of their own`;
    case "group-counts":
      return `Page "${problem.pageId}" asks for more items than it takes`;
    case "group-member":
      return `Question "${problem.questionId}" is asked again for each item: it can be neither identifying, nor marked, nor shown in the queue`;
    case "title-missing":
      return `Page "${problem.pageId}" has several questions and no title`;
    default:
      return describeConditionProblem(problem);
  }
}

function describeConditionProblem(
  problem: ConditionProblem | MeaningProblem | SectionProblem | EqualityProblem,
): string {
  switch (problem.reason) {
    case "condition-twice":
      return `Two conditions have the id "${problem.conditionId}"`;
    case "page-condition-unknown":
      return `Page "${problem.pageId}" is shown by condition "${problem.conditionId}", which is not there`;
    case "condition-unknown":
      return `Condition "${problem.conditionId}" names condition "${problem.named}", which is not there`;
    case "condition-circle":
      return `Conditions name each other in a circle: ${[...problem.conditionIds, problem.conditionIds[0]].map((id) => `"${id}"`).join(", then ")}`;
    case "rule-question-unknown":
      return `Condition "${problem.conditionId}" looks at question "${problem.questionId}", which is not there`;
    case "rule-into-group":
      return `Condition "${problem.conditionId}" looks at question "${problem.questionId}", which is asked again for each item: it may look at the group instead`;
    case "rule-looks-ahead":
      return `Page "${problem.pageId}" is shown by condition "${problem.conditionId}", which looks at question "${problem.questionId}": move that question to a page before "${problem.pageId}"`;
    case "rule-operator":
      return `Condition "${problem.conditionId}" asks "${problem.operator}" of question "${problem.questionId}", which cannot be asked of its type`;
    case "rule-value":
      return `Condition "${problem.conditionId}" compares question "${problem.questionId}" with "${problem.value}", which it cannot be`;
    case "rule-numbers":
      return `Condition "${problem.conditionId}" holds of ${problem.meant === "none" ? "no" : "every"} number that question "${problem.questionId}" takes`;
    case "rule-identifying":
      return `Condition "${problem.conditionId}" looks into question "${problem.questionId}", which is identifying: it may only ask whether it is answered`;
    default:
      return describeMeaningProblem(problem);
  }
}

function describeMeaningProblem(
  problem: MeaningProblem | SectionProblem | EqualityProblem,
): string {
  switch (problem.reason) {
    case "meaning-twice":
      return `Two questions are marked as "${problem.meaning}": ${listOf(problem.questionIds)}`;
    case "meaning-type":
      return `Question "${problem.questionId}" is marked as "${problem.meaning}", which its type cannot be`;
    case "meaning-value":
      return `Question "${problem.questionId}" has the choice "${problem.value}", which its mark does not know`;
    case "meaning-identifying":
      return `Question "${problem.questionId}" is identifying and marked: what hangs on its answer could not be read`;
    case "meaning-conditional":
      return `Question "${problem.questionId}" asks what may be done with an answer, and its page is not for everybody`;
    case "queue-many":
      return `More than two questions are shown in the queue: ${listOf(problem.questionIds)}`;
    case "queue-identifying":
      return `Question "${problem.questionId}" is identifying and cannot be shown in the queue`;
    default:
      return describeSectionProblem(problem);
  }
}

function describeSectionProblem(
  problem: SectionProblem | EqualityProblem,
): string {
  switch (problem.reason) {
    case "section-twice":
      return `Two sections have the id "${problem.sectionId}"`;
    case "section-unknown":
      return `Page "${problem.pageId}" is of section "${problem.sectionId}", which is not there`;
    case "section-missing":
      return `Page "${problem.pageId}" is of no section, and a task list would not lead to it`;
    case "section-empty":
      return `Section "${problem.sectionId}" has no page`;
    case "section-apart":
      return `Between the pages of section "${problem.sectionId}" stand pages of another`;
    default:
      return describeEqualityProblem(problem);
  }
}

function describeEqualityProblem(problem: EqualityProblem): string {
  switch (problem.reason) {
    case "equality-id-reserved":
      return `An equality question cannot have the id "${problem.questionId}": every object has that name`;
    case "equality-twice":
      return `Two equality questions have the id "${problem.questionId}"`;
    case "equality-choice-twice":
      return `Equality question "${problem.questionId}" has the choice "${problem.value}" twice`;
    case "equality-without-way-out":
      return `Equality question "${problem.questionId}" has no choice "prefer-not-to-say"`;
    case "equality-under-nothing":
      return `Equality question "${problem.questionId}" stands under a choice that no radios before it have`;
  }
}
