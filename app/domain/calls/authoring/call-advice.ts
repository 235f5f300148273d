import { membersOf, type Question } from "../question-types/question-types.ts";
import { type Advice, adviceOn } from "../wording/advice.ts";
import { optionsOfQuestion } from "./typed-options.ts";
import { neededTexts, type WorkingCopy } from "./working-copy.ts";

/*
 * Advice on the English words of a call, field by field. A translation is
 * judged by nobody here: these rules are of English. What is left empty has no
 * words, and so no advice.
 */

/** The field of a form, of several with one name the nth from 0 as "optionLabel[2]", and what is advised of its text. */
export type AdvisedField = {
  field: string;
  advice: Advice | { about: "no-way-out" };
};

type Texts = readonly (readonly [field: string, text: string | undefined])[];

const onTexts = (texts: Texts): AdvisedField[] =>
  texts.flatMap(([field, text = ""]) =>
    adviceOn(text).map((advice) => ({ field, advice })),
  );

/** Of a page or question that stays as it is: a screen of sixty pages tells how much there is on each. */
function keepAdvice<Of extends object>(advise: (of: Of) => AdvisedField[]) {
  const known = new WeakMap<Of, AdvisedField[]>();
  return (of: Of): AdvisedField[] => {
    const advised = known.get(of) ?? advise(of);
    known.set(of, advised);
    return advised;
  };
}

/** On what a page says around its questions. */
export const adviceOnPage = keepAdvice(
  ({ title, intro }: WorkingCopy["pages"][number]["body"]) =>
    onTexts([
      ["title", title?.en],
      ["intro", intro?.en],
    ]),
);

/** On a question's own words; those that it asks several times have their own. */
export const adviceOnQuestion = keepAdvice(adviceOnTextsOf);

function adviceOnTextsOf(question: Question): AdvisedField[] {
  const { label, hint, missingMessage } = question;
  const options = optionsOfQuestion(question).map((one) => one.label.en);
  return [
    ...adviceOn(label.en, true).map((advice) => ({ field: "label", advice })),
    ...onTexts([
      ["hint", hint?.en],
      ["missingMessage", missingMessage?.en],
      ["itemName", "itemName" in question ? question.itemName.en : ""],
      ...options.map((text, at) => [`optionLabel[${at}]`, text] as const),
    ]),
    ...(hasNoWayOut(question, options)
      ? [{ field: "settings", advice: { about: "no-way-out" as const } }]
      : []),
  ];
}

/** On a question and those that it asks several times, each with its id. */
export function adviceOnEach(
  question: Question,
): { questionId: string; advised: AdvisedField[] }[] {
  return [question, ...membersOf(question)].map((one) => ({
    ...{ questionId: one.id, advised: adviceOnQuestion(one) },
  }));
}

/** On what a call says of itself. */
export function adviceOnAbout({ about }: WorkingCopy): AdvisedField[] {
  const { body } = about;
  return onTexts([
    ...neededTexts.map((name) => [name, body[name].en] as const),
    ["audience", body.audience?.en],
  ]);
}

/** On what it says where people may come to harm. */
export function adviceOnCare({ about }: WorkingCopy): AdvisedField[] {
  const { care } = about.body;
  return onTexts([
    ["danger", care?.danger.en],
    ...(care?.helpLines ?? []).flatMap(
      ({ who, reached }, at) =>
        [
          [`who[${at}]`, who.en],
          [`reached[${at}]`, reached.en],
        ] as const,
    ),
  ]);
}

/** On the names of its sections. */
export function adviceOnSections({ sections }: WorkingCopy): AdvisedField[] {
  return onTexts(
    sections.map(({ body }, at) => [`sectionTitle[${at}]`, body.title.en]),
  );
}

/** Somebody who does not know would have to choose something that is not so; yes or no are consents as well. */
function hasNoWayOut({ required, meaning }: Question, options: string[]) {
  return (
    required &&
    meaning === undefined &&
    options.length > 2 &&
    !options.some((option) => wayOut.test(option))
  );
}

const wayOut =
  /know|not sure|unsure|prefer not|rather not|none of|something else|somebody else|someone else|other/i;
