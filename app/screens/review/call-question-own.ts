import {
  datePrecisions,
  emptyOptions,
} from "#app/domain/calls/authoring/question-forms.ts";
import { optionsOfQuestion } from "#app/domain/calls/authoring/typed-options.ts";
import { valuesOfMeaning } from "#app/domain/calls/meanings.ts";
import {
  hasOptionHints,
  ownFields,
} from "#app/domain/calls/question-types/own-fields.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";

const precisionWords: Record<(typeof datePrecisions)[number], string> = {
  day: "The whole date",
  month: "The month and the year",
  year: "The year",
};

/** The fields that a question has by its kind, with what stands in them. */
export function describeOwnFields(
  type: Question["type"],
  question: Question | undefined,
) {
  const own = ownFields[type];
  return {
    numbers: numbersOf(own, question),
    precisions:
      own === "precision"
        ? datePrecisions.map((value) => ({
            value,
            label: precisionWords[value],
          }))
        : [],
    precision: question && "precision" in question ? question.precision : "day",
    options: optionsOf(type, question),
    itemName:
      own === "items"
        ? question && "itemName" in question
          ? question.itemName.en
          : ""
        : undefined,
    asksFirst: own === "items" && question === undefined,
  };
}

type Own = (typeof ownFields)[Question["type"]];

function numbersOf(own: Own, question: Question | undefined) {
  const value = (held: number | undefined) => held?.toString() ?? "";
  const number = (name: string, label: string, held: number | undefined) => ({
    ...{ name, label, value: value(held) },
  });
  if (own === "length") {
    const held = question && "maxCharacters" in question ? question : undefined;
    return [number("maxCharacters", "Characters at most", held?.maxCharacters)];
  }
  if (own === "items") {
    const held = question && "itemName" in question ? question : undefined;
    return [
      number("least", "How many at least", held?.min),
      number("most", "How many at most", held?.max),
    ];
  }
  if (own !== "range") return [];
  const held = question && "least" in question ? question : undefined;
  return [
    number("least", "The least", held?.least),
    number("most", "The most", held?.most),
  ];
}

function optionsOf(type: Question["type"], question: Question | undefined) {
  const own = ownFields[type];
  if (own !== "options" && own !== "topics") return undefined;
  const stored = optionsOfQuestion(question).map((option) => ({
    ...{ value: option.value, label: option.label.en },
    hint: option.hint?.en ?? "",
  }));
  // What Heard knows the meaning of has no more answers than it knows.
  const isKnown = question?.meaning && valuesOfMeaning(question.meaning);
  const empty = Array.from({ length: isKnown ? 0 : emptyOptions }, () => ({
    ...{ value: "", label: "", hint: "" },
  }));
  const boxes = [...stored, ...empty];
  return own === "topics"
    ? {
        ...{ boxes, hasHints: false },
        legend: "Topics (optional)",
        hint: "Which of the review’s questions a piece of evidence can speak to.",
      }
    : { boxes, hasHints: hasOptionHints(type), legend: "Options", hint: "" };
}
