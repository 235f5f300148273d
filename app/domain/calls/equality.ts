import { z } from "zod";
import { wordsSchema } from "./languages.ts";
import { choiceSchema } from "./question-types/question-type.ts";

/*
 * Questions about the person that a call asks after everything else, once what
 * was answered is sent. Only how often each choice was taken is kept
 * (docs/decisions/290), so each is answered by its choices and by nothing else.
 */

/** Every object has it: an answer that nobody gave would be found under it. No other such name can be an id. */
export const nameOfEveryObject = "constructor";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const equalityQuestionSchema = z.strictObject({
  id,
  /** Any number of choices may be taken, and not one of them. */
  several: z.boolean().optional(),
  label: wordsSchema,
  hint: wordsSchema.optional(),
  choices: z.array(choiceSchema).min(2).max(60),
  /** The second of two steps: it belongs to a choice of an earlier question, and counts where that was taken. */
  under: z.strictObject({ question: id, choice: z.string() }).optional(),
});

export const equalitySchema = z.strictObject({
  /** Why it is asked, above what Heard says of how it is kept. */
  why: wordsSchema,
  questions: z.array(equalityQuestionSchema).min(1).max(40),
});

export type EqualityQuestion = z.infer<typeof equalityQuestionSchema>;
export type EqualityQuestions = z.infer<typeof equalitySchema>;

/** Every question has it among its choices. */
export const preferNotToSay = "prefer-not-to-say";

export type EqualityProblem =
  | { reason: "equality-twice"; questionId: string }
  | { reason: "equality-id-reserved"; questionId: string }
  | { reason: "equality-choice-twice"; questionId: string; value: string }
  /** Nobody has to say it, and whoever does not wish to can say so. */
  | { reason: "equality-without-way-out"; questionId: string }
  /** It stands under a choice that no earlier question of its own has. */
  | { reason: "equality-under-nothing"; questionId: string };

export function equalityProblems(
  equality: EqualityQuestions | undefined,
): EqualityProblem[] {
  const questions = equality?.questions ?? [];
  return questions.flatMap((question, at) => {
    const { id: questionId, choices, under } = question;
    const before = questions.slice(0, at);
    const values = choices.map(({ value }) => value);
    const problems: EqualityProblem[] = values
      .filter((value, place) => values.indexOf(value) !== place)
      .map((value) => ({ reason: "equality-choice-twice", questionId, value }));
    if (questionId === nameOfEveryObject)
      problems.push({ reason: "equality-id-reserved", questionId });
    if (before.some((one) => one.id === questionId))
      problems.push({ reason: "equality-twice", questionId });
    if (!values.includes(preferNotToSay))
      problems.push({ reason: "equality-without-way-out", questionId });
    if (under && !before.some((one) => takesUnder(one, under.choice, under)))
      problems.push({ reason: "equality-under-nothing", questionId });
    return problems;
  });
}

/** Two steps and no third: what stands under a choice has nothing under its own. */
function takesUnder(
  one: EqualityQuestion,
  choice: string,
  under: { question: string },
): boolean {
  return (
    one.id === under.question &&
    !one.several &&
    !one.under &&
    one.choices.some(({ value }) => value === choice)
  );
}

/** A choice that somebody took. */
export type TakenChoice = { questionId: string; value: string };

/**
 * What a form said, of which nothing has to fit: a choice that a question does
 * not have, a second one of radios and the second step of a choice that was not
 * taken are left out. Whoever would rather not say has said nothing else.
 *
 * @param sent the values of a question's field.
 */
export function readTakenChoices(
  { questions }: EqualityQuestions,
  sent: (questionId: string) => string[],
): TakenChoice[] {
  const taken: TakenChoice[] = [];
  for (const question of questions) {
    const { id: questionId, under } = question;
    const isAsked =
      !under ||
      taken.some(
        (one) =>
          one.questionId === under.question && one.value === under.choice,
      );
    if (!isAsked) continue;
    for (const value of choicesTaken(question, sent(questionId)))
      taken.push({ questionId, value });
  }
  return taken;
}

function choicesTaken(
  { several, choices }: EqualityQuestion,
  sent: string[],
): string[] {
  const values = choices
    .map(({ value }) => value)
    .filter((value) => sent.includes(value));
  if (!several) return values.length === 1 ? values : [];
  return values.includes(preferNotToSay) ? [preferNotToSay] : values;
}

/** Every choice that can be taken, in the order of the form. */
export function everyChoice({ questions }: EqualityQuestions): TakenChoice[] {
  return questions.flatMap(({ id: questionId, choices }) =>
    choices.map(({ value }) => ({ questionId, value })),
  );
}
