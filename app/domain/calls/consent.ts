import { questionsOf } from "./asked-pages.ts";
import type { Answers, CallDefinition } from "./definition.ts";
import type { ChoiceMeaning, Meaning } from "./meanings.ts";
import {
  type Question,
  questionTypeOf,
} from "./question-types/question-types.ts";

/** What may be done with a response. What was not answered is not agreed to. */
export type Consent = {
  publish: "named" | "not-named" | "not-published";
  /** With the groups that work with the review. */
  share: boolean;
  atTheEnd: "archive" | "destroy";
};

/** Without a word from the person nothing leaves, and nothing outlives the review. */
const withoutAWord: Consent = {
  publish: "not-published",
  share: false,
  atTheEnd: "destroy",
};

/** The question that a form has for a purpose; undefined where it asks nothing of the kind. */
export function questionMeaning(
  definition: CallDefinition,
  meaning: Meaning,
): Question | undefined {
  return questionsOf(definition).find(
    (question) => question.meaning === meaning,
  );
}

/** The choice that was made on a question of that purpose, by its value. */
function chosen(
  definition: CallDefinition,
  answers: Answers,
  meaning: ChoiceMeaning,
): string | undefined {
  const question = questionMeaning(definition, meaning);
  if (!question) return undefined;
  const values = questionTypeOf(question).choiceValues(question) ?? [];
  return values.find((value) => value === answers[question.id]);
}

/** What a person agreed to, by the form's marked questions; any answer that is none of the domain's values is a no. */
export function consentIn(
  definition: CallDefinition,
  answers: Answers,
): Consent {
  const publish = chosen(definition, answers, "consent-to-publish");
  const share = chosen(definition, answers, "consent-to-share");
  const atTheEnd = chosen(definition, answers, "at-the-end");
  return {
    publish:
      publish === "named" || publish === "not-named"
        ? publish
        : withoutAWord.publish,
    share: share === "yes",
    atTheEnd: atTheEnd === "archive" ? "archive" : withoutAWord.atTheEnd,
  };
}

/** How somebody may be quoted in what the review says it heard; undefined where their form asks nothing of it. */
export type Quoting = "named" | "not-named" | "not-quoted";

/** What asks for it: the question about quoting, else the one about publishing the whole. */
export const quotingMeanings = [
  "consent-to-quote",
  "consent-to-publish",
] as const satisfies readonly ChoiceMeaning[];

/** The question by which it is known whether a response may be quoted; undefined where its form asks neither. */
export function quotingQuestion(
  definition: CallDefinition,
): Question | undefined {
  const [question] = quotingMeanings.flatMap(
    (meaning) => questionMeaning(definition, meaning) ?? [],
  );
  return question;
}

/** The answers to it that are a yes. */
export const quotableValues: readonly string[] = ["yes", "named", "not-named"];

/** Whether somebody may be quoted, by `quotingQuestion`. No answer is a no. */
export function quotingIn(
  definition: CallDefinition,
  answers: Answers,
): Quoting | undefined {
  const asked = quotingQuestion(definition)?.meaning;
  const meaning = quotingMeanings.find((one) => one === asked);
  if (!meaning) return undefined;
  const said = chosen(definition, answers, meaning) ?? "";
  if (!quotableValues.includes(said)) return "not-quoted";
  return said === "named" ? "named" : "not-named";
}

/** Which of these a form asks at all: what it does not ask, it does not tell of. */
export function asksConsent(
  definition: CallDefinition,
): Record<keyof Consent, boolean> {
  const asks = (meaning: Meaning) =>
    questionMeaning(definition, meaning) !== undefined;
  return {
    publish: asks("consent-to-publish"),
    share: asks("consent-to-share"),
    atTheEnd: asks("at-the-end"),
  };
}
