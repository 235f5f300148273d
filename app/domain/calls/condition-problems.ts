import {
  type Comparison,
  comparedValues,
  comparisonsOf,
  type Condition,
  type Operator,
  partsOfRule,
} from "./conditions.ts";
import {
  hasEmptyRange,
  isIdentifying,
  membersOf,
  numbersMeant,
  type Question,
  questionTypeOf,
} from "./question-types/question-types.ts";

/** What stands against the conditions of a form. */
export type ConditionProblem =
  | { reason: "condition-twice"; conditionId: string }
  | { reason: "page-condition-unknown"; pageId: string; conditionId: string }
  /** A condition names one that is not there. */
  | { reason: "condition-unknown"; conditionId: string; named: string }
  /** Conditions that name each other, or one that names itself: the whole circle. */
  | { reason: "condition-circle"; conditionIds: string[] }
  | { reason: "rule-question-unknown"; conditionId: string; questionId: string }
  /** It is asked several times, so that it has several answers. */
  | { reason: "rule-into-group"; conditionId: string; questionId: string }
  /** It looks at the page that it shows or hides, or at one that comes after it. */
  | {
      reason: "rule-looks-ahead";
      pageId: string;
      conditionId: string;
      questionId: string;
    }
  | {
      reason: "rule-operator";
      conditionId: string;
      questionId: string;
      operator: Operator;
    }
  | {
      reason: "rule-value";
      conditionId: string;
      questionId: string;
      value: string;
    }
  /** The question's limits leave no number that it holds of, or none that it does not. */
  | {
      reason: "rule-numbers";
      conditionId: string;
      questionId: string;
      meant: "all" | "none";
    }
  /** Which pages a response has would tell what is kept apart. */
  | { reason: "rule-identifying"; conditionId: string; questionId: string };

type Page = {
  id: string;
  showIf?: string | undefined;
  questions: Question[];
};

type Form = { pages: Page[]; conditions: Condition[] };

export function conditionProblems(form: Form): ConditionProblem[] {
  const ids = form.conditions.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const asked = askedIn(form);
  return [
    ...[...new Set(twice)].map((conditionId) => ({
      reason: "condition-twice" as const,
      conditionId,
    })),
    ...form.conditions.flatMap((one) => ruleProblems(one, form, asked)),
    ...circles(form.conditions),
    ...form.pages.flatMap((page) => pageProblems(page, form, asked)),
  ];
}

/** Where each question of a form stands, and which are asked several times. */
function askedIn({ pages }: Form) {
  const questions = new Map<string, Question>();
  const pageOf = new Map<string, number>();
  const members = new Set<string>();
  for (const [at, page] of pages.entries())
    for (const question of page.questions) {
      if (!questions.has(question.id)) questions.set(question.id, question);
      // Of an id that is there twice, the later place.
      pageOf.set(question.id, at);
      for (const { id } of membersOf(question)) members.add(id);
    }
  return { questions, pageOf, members };
}

type Asked = ReturnType<typeof askedIn>;

function ruleProblems(
  { id: conditionId, rule }: Condition,
  { conditions }: Form,
  { questions, members }: Asked,
): ConditionProblem[] {
  const { comparisons, conditionIds } = partsOfRule(rule);
  return [
    ...conditionIds
      .filter((named) => !conditions.some(({ id }) => id === named))
      .map((named) => ({
        reason: "condition-unknown" as const,
        conditionId,
        named,
      })),
    ...comparisons.flatMap((one) => {
      if (members.has(one.question))
        return {
          reason: "rule-into-group" as const,
          ...{ conditionId, questionId: one.question },
        };
      const question = questions.get(one.question);
      return comparisonProblems(one, { conditionId, question });
    }),
  ];
}

function comparisonProblems(
  comparison: Comparison,
  {
    conditionId,
    question,
  }: { conditionId: string; question?: Question | undefined },
): ConditionProblem[] {
  const { question: questionId, operator } = comparison;
  const where = { conditionId, questionId };
  if (!question) return [{ reason: "rule-question-unknown", ...where }];
  const { comparison: compared, takesFiles } = questionTypeOf(question);
  const asksOnlyWhether =
    operator === "answered" || operator === "not-answered";
  if (
    takesFiles ||
    (!asksOnlyWhether && !compared?.operators.includes(operator))
  )
    return [{ reason: "rule-operator", ...where, operator }];
  if (!asksOnlyWhether && isIdentifying(question))
    return [{ reason: "rule-identifying", ...where }];
  const unknown = comparedValues(comparison)
    .filter((value) => !compared?.knows(question, value))
    .map((value) => ({ reason: "rule-value" as const, ...where, value }));
  if (unknown.length > 0 || asksOnlyWhether || hasEmptyRange(question))
    return unknown;
  const meant = numbersMeant(question, comparison);
  return meant === "some" ? [] : [{ reason: "rule-numbers", ...where, meant }];
}

/** Circles are found one by one: what hangs on a condition that was followed is not followed again. */
function circles(conditions: Condition[]): ConditionProblem[] {
  const found: ConditionProblem[] = [];
  const followed = new Set<string>();
  const follow = (id: string, path: string[]) => {
    if (path.includes(id)) {
      const conditionIds = path.slice(path.indexOf(id));
      found.push({ reason: "condition-circle", conditionIds });
    }
    const condition = conditions.find((one) => one.id === id);
    if (!condition || followed.has(id)) return;
    followed.add(id);
    for (const next of new Set(partsOfRule(condition.rule).conditionIds))
      follow(next, [...path, id]);
  };
  for (const { id } of conditions) follow(id, []);
  return found;
}

function pageProblems(
  { id: pageId, showIf }: Page,
  { pages, conditions }: Form,
  { pageOf }: Asked,
): ConditionProblem[] {
  if (showIf === undefined) return [];
  if (!conditions.some(({ id }) => id === showIf))
    return [{ reason: "page-condition-unknown", pageId, conditionId: showIf }];
  const at = pages.findIndex(({ id }) => id === pageId);
  const looksAt = comparisonsOf(showIf, conditions).map((one) => one.question);
  return [...new Set(looksAt)]
    .filter((questionId) => (pageOf.get(questionId) ?? -1) >= at)
    .map((questionId) => ({
      reason: "rule-looks-ahead" as const,
      ...{ pageId, conditionId: showIf, questionId },
    }));
}
