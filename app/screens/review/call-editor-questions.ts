import {
  editedPageAddress,
  editedQuestionAddress,
  newQuestionAddress,
} from "#app/authoring-addresses.ts";
import {
  datePrecisions,
  editableTypes,
  type EditableType,
  emptyOptions,
  questionSettings,
} from "#app/domain/calls/authoring/question-forms.ts";
import { ownFields } from "#app/domain/calls/question-types/own-fields.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import {
  membersOf,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";
import { describeBrokenRules, type Edited } from "./call-editor.ts";
import { questionTypeNames } from "./call-editor-words.ts";

type OnPage = Edited & { page: Part<"page"> };
type OfQuestion = OnPage & { question: Question };

const settingWords: Record<
  (typeof questionSettings)[number],
  { label: string; hint?: string }
> = {
  required: { label: "Must be answered" },
  identifying: {
    label: "Says who somebody is",
    hint: "The answer is kept apart: it is in no queue, search or export",
  },
  shownInQueue: {
    label: "Shown in the queue",
    hint: "Beside each response; of two questions at most",
  },
  visibleToAssessor: { label: "Assessors may see it" },
  publishable: { label: "The review may publish it" },
};

const precisionWords: Record<(typeof datePrecisions)[number], string> = {
  day: "The whole date",
  month: "The month and the year",
  year: "The year",
};

/** The kinds of a new question, each with where it is made. */
export function describeQuestionTypes({ call, page }: OnPage) {
  const one = { callSlug: call.slug, pageId: page.key };
  return {
    callTitle: call.definition.title.en,
    backHref: editedPageAddress(one),
    types: editableTypes.map((type) => ({
      ...{ key: type, name: questionTypeNames[type] },
      href: newQuestionAddress(one, type),
    })),
  };
}

/** The form for a question; for a new one of a kind where none is given. */
export function describeQuestionForm(
  { call, copy, page }: OnPage,
  asked: { question: Question } | { type: EditableType },
) {
  const question = "question" in asked ? asked.question : undefined;
  const type = "question" in asked ? asked.question.type : asked.type;
  const one = { callSlug: call.slug, pageId: page.key };
  return {
    ...{ type, typeName: questionTypeNames[type] },
    callTitle: call.definition.title.en,
    backHref: editedPageAddress(one),
    seen: seenOf(copy, page),
    isEditable: editableTypes.some((editable) => editable === type),
    ...{ label: question?.label.en ?? "", hint: question?.hint?.en ?? "" },
    isTranslated: question?.label.cy !== undefined,
    settings: questionSettings.map((value) => ({
      ...{ value, ...settingWords[value] },
    })),
    chosen: questionSettings.filter((name) => question?.[name]),
    numbers: numbersOf(type, question),
    precisions:
      ownFields[type] === "precision"
        ? datePrecisions.map((value) => ({
            value,
            label: precisionWords[value],
          }))
        : [],
    precision: question && "precision" in question ? question.precision : "day",
    options: ownFields[type] === "options" ? optionsOf(question) : undefined,
    moveHref:
      question &&
      editedQuestionAddress({ ...one, questionId: question.id }, "move"),
    removeHref:
      question &&
      editedQuestionAddress({ ...one, questionId: question.id }, "remove"),
  };
}

function numbersOf(type: Question["type"], question: Question | undefined) {
  const value = (held: number | undefined) => held?.toString() ?? "";
  if (ownFields[type] === "length") {
    const most =
      question && "maxCharacters" in question
        ? question.maxCharacters
        : undefined;
    return [
      {
        name: "maxCharacters",
        label: "Characters at most",
        value: value(most),
      },
    ];
  }
  if (ownFields[type] !== "range") return [];
  const own = question && "least" in question ? question : undefined;
  return [
    { name: "least", label: "The least", value: value(own?.least) },
    { name: "most", label: "The most", value: value(own?.most) },
  ];
}

function optionsOf(question: Question | undefined) {
  const stored =
    question && "choices" in question
      ? question.choices.map(({ value, label }) => ({ value, label: label.en }))
      : [];
  const empty = Array.from({ length: emptyOptions }, () => ({
    ...{ value: "", label: "" },
  }));
  return [...stored, ...empty];
}

/** What is asked before a question is taken away. */
export function describeQuestionRemoval({
  call,
  copy,
  page,
  question,
}: OfQuestion) {
  const { id: questionId } = question;
  const ids = [questionId, ...membersOf(question).map(({ id }) => id)];
  return {
    heading: question.label.en,
    backHref: editedQuestionAddress({
      ...{ callSlug: call.slug, pageId: page.key, questionId },
    }),
    seen: seenOf(copy, page),
    questions: [],
    brokenRules: describeBrokenRules(copy, ids),
  };
}
