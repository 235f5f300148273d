/*
 * What a question is for, where more hangs on its answer than its words: who
 * answers and for whom, and what may be done with it. The values are the
 * domain's own, so that a queue, a receipt or a publication can rely on them
 * whatever the form calls them (docs/decisions/267).
 */

/** Each with the values that its choices may have; null where they are the call's own. */
const choiceMeanings = {
  /** Which kind of respondent, of those that the call names. */
  "respondent-kind": null,
  "on-behalf-of": ["self", "organisation", "someone-else"],
  /** Why somebody may speak for another: they said so, they are a child's parent or carer, or the law says so. */
  "someone-elses-consent": ["agreed", "parent-or-carer", "by-law"],
  "consent-to-publish": ["named", "not-named", "not-published"],
  "consent-to-share": ["yes", "no"],
  /** In the review's own words about what it heard, never with a name. */
  "consent-to-quote": ["yes", "no"],
  "at-the-end": ["archive", "destroy"],
} as const;

export type ChoiceMeaning = keyof typeof choiceMeanings;

export const writtenMeanings = [
  "organisation-name",
  "organisation-role",
  "organisation-members",
] as const;

/** Whether a person said what may be done: to everybody the same question, whatever they answer. */
const consents: readonly string[] = [
  "consent-to-publish",
  "consent-to-share",
  "consent-to-quote",
  "at-the-end",
];

export const meanings = [
  ...(Object.keys(choiceMeanings) as ChoiceMeaning[]),
  ...writtenMeanings,
] as const;

export type Meaning = (typeof meanings)[number];

function isChoiceMeaning(meaning: Meaning): meaning is ChoiceMeaning {
  return Object.hasOwn(choiceMeanings, meaning);
}

/** The answers that a purpose knows; null where a call names them itself, or it is answered in words. */
export function valuesOfMeaning(meaning: Meaning): readonly string[] | null {
  return isChoiceMeaning(meaning) ? choiceMeanings[meaning] : null;
}

/** What a question can be for that is answered by one of these values. */
export function meaningsOfChoices(values: readonly string[]): Meaning[] {
  return (Object.keys(choiceMeanings) as ChoiceMeaning[]).filter((meaning) => {
    const known: readonly string[] | null = choiceMeanings[meaning];
    return !known || values.every((value) => known.includes(value));
  });
}

/** What stands against a question's mark. */
export type MeaningProblem =
  | { reason: "meaning-twice"; meaning: Meaning; questionIds: string[] }
  /** It has to be answered by one of several choices, or in a person's own words. */
  | { reason: "meaning-type"; questionId: string; meaning: Meaning }
  | { reason: "meaning-value"; questionId: string; value: string }
  /** What may be done with an answer is read wherever the answer is. */
  | { reason: "meaning-identifying"; questionId: string }
  | { reason: "meaning-conditional"; questionId: string }
  | { reason: "queue-many"; questionIds: string[] }
  | { reason: "queue-identifying"; questionId: string };

type MarkedQuestion = {
  id: string;
  meaning?: Meaning | undefined;
  shownInQueue: boolean;
  isIdentifying: boolean;
  isConditional: boolean;
  /** Of a question that is answered by one of them. */
  values: string[] | undefined;
};

/** A queue has no room for more. */
const mostShownInQueue = 2;

export function meaningProblems(questions: MarkedQuestion[]): MeaningProblem[] {
  const used = questions.flatMap(({ meaning }) => meaning ?? []);
  const twice = used.filter((one, index) => used.indexOf(one) !== index);
  const shown = questions.filter(({ shownInQueue }) => shownInQueue);
  return [
    ...[...new Set(twice)].map((meaning) => ({
      reason: "meaning-twice" as const,
      meaning,
      questionIds: questions
        .filter((one) => one.meaning === meaning)
        .map(({ id }) => id),
    })),
    ...questions.flatMap(markProblems),
    ...(shown.length > mostShownInQueue
      ? [
          {
            reason: "queue-many" as const,
            questionIds: shown.map(({ id }) => id),
          },
        ]
      : []),
    ...shown
      .filter(({ isIdentifying }) => isIdentifying)
      .map(({ id }) => ({
        reason: "queue-identifying" as const,
        questionId: id,
      })),
  ];
}

function markProblems(question: MarkedQuestion): MeaningProblem[] {
  const { id: questionId, meaning, values } = question;
  if (meaning === undefined) return [];
  const isChosen = isChoiceMeaning(meaning);
  if (isChosen !== (values !== undefined))
    return [{ reason: "meaning-type", questionId, meaning }];
  if (!isChosen) return [];
  const problems = valueProblems(questionId, meaning, values ?? []);
  if (question.isIdentifying)
    problems.push({ reason: "meaning-identifying", questionId });
  if (question.isConditional && consents.includes(meaning))
    problems.push({ reason: "meaning-conditional", questionId });
  return problems;
}

function valueProblems(
  questionId: string,
  meaning: ChoiceMeaning,
  values: string[],
): MeaningProblem[] {
  const known: readonly string[] | null = choiceMeanings[meaning];
  return values
    .filter((value) => known && !known.includes(value))
    .map((value) => ({ reason: "meaning-value" as const, questionId, value }));
}
