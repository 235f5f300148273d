import type { ConditionProblem } from "#app/domain/calls/condition-problems.ts";
import type { EqualityProblem } from "#app/domain/calls/equality.ts";
import type { MeaningProblem } from "#app/domain/calls/meanings.ts";
import type { SectionProblem } from "#app/domain/calls/section-problems.ts";
import type { EditorNames } from "./call-editor-names.ts";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

type Problem =
  ConditionProblem | MeaningProblem | SectionProblem | EqualityProblem;

/** What stands against the rules of a call, and against what hangs on its answers. */
export function describeRuleProblem(
  problem: Problem,
  names: EditorNames,
): string {
  switch (problem.reason) {
    case "condition-twice":
      return `The rule ${names.rule(problem.conditionId)} stands there twice.`;
    case "page-condition-unknown":
      return `${names.page(problem.pageId)} is shown by a rule that is not there any more.`;
    case "condition-unknown":
      return `The rule ${names.rule(problem.conditionId)} names a rule that is not there any more.`;
    case "condition-circle":
      return `Rules name each other in a circle: ${[...problem.conditionIds, ...problem.conditionIds.slice(0, 1)].map(names.rule).join(", then ")}.`;
    case "rule-question-unknown":
      return `The rule ${names.rule(problem.conditionId)} looks at a question that is not there any more.`;
    case "rule-into-group":
      return `The rule ${names.rule(problem.conditionId)} looks at ${names.question(problem.questionId)}, which is asked several times and has no one answer. It may ask whether there is any at all.`;
    case "rule-looks-ahead":
      return `${names.page(problem.pageId)} is shown by an answer to ${names.question(problem.questionId)}: move that question to a page before it.`;
    case "rule-operator":
      return `The rule ${names.rule(problem.conditionId)} asks something of ${names.question(problem.questionId)} that cannot be asked of its kind of answer.`;
    case "rule-value":
      return `The rule ${names.rule(problem.conditionId)} looks for an answer to ${names.question(problem.questionId)} that nobody can give any more.`;
    case "rule-numbers":
      return problem.meant === "none"
        ? `The rule ${names.rule(problem.conditionId)} asks for a number that ${names.question(problem.questionId)} does not take: change the number here, or the least and the most of that question.`
        : `The rule ${names.rule(problem.conditionId)} asks for what every number is that ${names.question(problem.questionId)} takes: ask whether it is answered, or change the number.`;
    case "rule-identifying":
      return `The rule ${names.rule(problem.conditionId)} looks into ${names.question(problem.questionId)}, whose answer is kept apart: it may only ask whether it is answered.`;
    default:
      return describeMeaningProblem(problem, names);
  }
}

function describeMeaningProblem(
  problem: MeaningProblem | SectionProblem | EqualityProblem,
  names: EditorNames,
): string {
  switch (problem.reason) {
    case "meaning-twice":
      return `Two questions decide the same thing: ${list.format(problem.questionIds.map(names.question))}.`;
    case "meaning-type":
      return `${names.question(problem.questionId)} decides what may be done with an answer, which its kind of answer cannot.`;
    case "meaning-value":
      return `${names.question(problem.questionId)} has the option ${names.choice(problem.questionId, problem.value)}, of which Heard would not know what it means.`;
    case "meaning-identifying":
      return `${names.question(problem.questionId)} is kept apart, so nothing can hang on its answer.`;
    case "meaning-conditional":
      return `${names.question(problem.questionId)} asks what may be done with an answer, and its page is not shown to everybody.`;
    case "queue-many":
      return `More than two questions are shown in the queue: ${list.format(problem.questionIds.map(names.question))}.`;
    case "queue-identifying":
      return `${names.question(problem.questionId)} is kept apart and cannot be shown in the queue.`;
    default:
      return describeSectionProblem(problem, names);
  }
}

function describeSectionProblem(
  problem: SectionProblem | EqualityProblem,
  names: EditorNames,
): string {
  switch (problem.reason) {
    case "section-twice":
      return `The section ${names.section(problem.sectionId)} stands there twice.`;
    case "section-unknown":
      return `${names.page(problem.pageId)} is of a section that is not there.`;
    case "section-missing":
      return `${names.page(problem.pageId)} is of no section, and the list of tasks would not lead to it.`;
    case "section-empty":
      return `The section ${names.section(problem.sectionId)} has no page.`;
    case "section-apart":
      return `Between the pages of the section ${names.section(problem.sectionId)} stand pages of another.`;
    default:
      return describeEqualityProblem(problem, names);
  }
}

function describeEqualityProblem(
  problem: EqualityProblem,
  names: EditorNames,
): string {
  const asked = names.question(problem.questionId);
  switch (problem.reason) {
    case "equality-id-reserved":
      return `The question about the person ${asked} has an id that Heard needs itself.`;
    case "equality-twice":
      return `The question about the person ${asked} stands there twice.`;
    case "equality-choice-twice":
      return `The question about the person ${asked} has an option twice.`;
    case "equality-without-way-out":
      return `The question about the person ${asked} has no option “Prefer not to say”.`;
    case "equality-under-nothing":
      return `The question about the person ${asked} stands under an option that no question before it has.`;
  }
}
