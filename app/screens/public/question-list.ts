import { allPages } from "#app/domain/calls/asked-pages.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import {
  findGroupQuestion,
  type Question,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import {
  type AskedEqualityQuestion,
  describeEqualityQuestions,
} from "./equality.ts";
import { type Words, wordsIn } from "#app/words/words.ts";

const countFormat = new Intl.NumberFormat("en-GB");

/** Every question of a call's form as it is asked, whoever is asked it. */
export function describeQuestionList(
  { definition }: Pick<Call, "definition">,
  language: Language,
) {
  const words = wordsIn(language);
  return {
    callTitle: inLanguage(definition.title, language),
    equality: describeEqualityList({ definition }, language),
    pages: allPages(definition).map((page) => ({
      id: page.id,
      heading: page.title && inLanguage(page.title, language),
      condition: page.showIf && words.call.conditional,
      intro: page.intro && inLanguage(page.intro, language),
      questions: page.questions.flatMap((question) =>
        describeListed(question, language, words),
      ),
    })),
  };
}

/** A question, and behind it those that it asks again for each of several things. */
function describeListed(question: Question, language: Language, words: Words) {
  const group = findGroupQuestion([question]);
  const again =
    group && words.group.again(inLanguage(group.itemName, language), group.max);
  return [question, ...(group?.questions ?? [])].map((one) => ({
    id: one.id,
    label: inLanguage(one.label, language),
    hint: one.hint && inLanguage(one.hint, language),
    optional: one.required ? undefined : words.call.optional,
    ...(one === question && again
      ? { lead: again, isAskedBelow: true }
      : describeAnswer(one, language, words)),
  }));
}

/** How a question is answered, in words and as there would be room for it on paper. */
function describeAnswer(question: Question, language: Language, words: Words) {
  const field = questionTypeOf(question).field(question, language);
  const { anyOf, oneOf } = words.call.questions;
  switch (field.control) {
    case "radios":
    case "select":
      return { lead: oneOf, choices: field.choices };
    case "checkboxes":
      return { lead: anyOf, choices: field.choices };
    case "long-text":
      return {
        lead: words.form.lengthAdvice(countFormat.format(field.maxCharacters)),
        isLong: true,
      };
    default:
      return {};
  }
}

/** What is asked after sending, as one more page; undefined where nothing is. */
function describeEqualityList(
  call: Pick<Call, "definition">,
  language: Language,
) {
  const words = wordsIn(language);
  const { anyOf, oneOf } = words.call.questions;
  const questions = describeEqualityQuestions(call, language);
  if (questions.length === 0) return undefined;
  const asked = (question: AskedEqualityQuestion, under?: string) => ({
    ...question,
    hint: under ?? question.hint,
    lead: question.takesSeveral ? anyOf : oneOf,
  });
  return {
    id: "equality",
    heading: words.equality.listHeading,
    intro: words.equality.listLead,
    questions: questions.flatMap(({ under, ...question }) => [
      asked(question),
      ...under.map(({ choice, ...one }) => {
        const label = question.choices.find(({ value }) => value === choice);
        return asked(one, words.equality.listUnder(label?.label ?? choice));
      }),
    ]),
  };
}
