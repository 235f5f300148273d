import {
  editedPageAddress,
  editedQuestionAddress,
  fromBankAddress,
  newQuestionAddress,
} from "#app/authoring-addresses.ts";
import {
  editableTypes,
  type EditableType,
  questionSettings,
} from "#app/domain/calls/authoring/question-forms.ts";
import { adviceOnQuestion } from "#app/domain/calls/authoring/call-advice.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { isFixed } from "#app/domain/calls/bank/fixed.ts";
import { isTranslated } from "#app/domain/calls/languages.ts";
import {
  membersOf,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";
import { memberTypes } from "#app/domain/calls/question-types/repeating-group.ts";
import { ownFields } from "#app/domain/calls/question-types/own-fields.ts";
import { describeBrokenRules } from "./call-editor.ts";
import type { Edited } from "./edited-call.ts";
import { settingWords, factsOfQuestion } from "./question-facts.ts";
import { questionTypeNames, questionTypeNotes } from "./call-editor-words.ts";
import { describeOwnFields } from "./call-question-own.ts";
import { describeMeanings } from "./question-meanings.ts";
import { lineOfQuestion, sayBeside } from "./call-wording.ts";
import { listQuestionStarts } from "./question-starts.ts";

type OnPage = Edited & { page: Part<"page"> };
type OfQuestion = OnPage & { question: Question };

/** What hangs on one answer cannot hang on one of several, nor be kept apart. */
const settingsOfGroups = questionSettings.filter(
  (name) => name !== "identifying" && name !== "shownInQueue",
);

/** The kinds of a new question, each with where it is made. */
export function describeQuestionTypes(
  { call, copy, page }: OnPage,
  group?: Question,
) {
  const one = { callSlug: call.slug, pageId: page.key };
  const ofGroup = group && { group: group.id };
  const asked = copy.pages.flatMap(({ body }) =>
    body.questions.map(({ meaning }) => meaning),
  );
  return {
    callTitle: call.definition.title.en,
    ...backOf(one, group),
    types: (group ? memberTypes : editableTypes).map((type) => ({
      ...{ key: type, name: questionTypeNames[type] },
      note: questionTypeNotes[type],
      href: newQuestionAddress(one, { type, ...ofGroup }),
    })),
    starts: group
      ? []
      : listQuestionStarts(asked).map(({ name, label, hint }) => ({
          ...{ key: name, name: label, note: hint },
          href: newQuestionAddress(one, { start: name }),
        })),
  };
}

type PageOfCall = Parameters<typeof editedPageAddress>[0];

function backOf(one: PageOfCall, group: Question | undefined) {
  return group
    ? {
        backHref: editedQuestionAddress({ ...one, questionId: group.id }),
        backName: group.label.en,
      }
    : { backHref: editedPageAddress(one), backName: "The page" };
}

/** The form for a question; for a new one of a kind, or for one that begins as another, where none is given. */
export function describeQuestionForm(
  { call, copy, page }: OnPage,
  asked: { group?: Question | undefined } & (
    | { question: Question }
    | { type: EditableType; start?: Question | undefined }
  ),
) {
  const question = "question" in asked ? asked.question : asked.start;
  const type = "question" in asked ? asked.question.type : asked.type;
  const { group } = asked;
  const one = { callSlug: call.slug, pageId: page.key };
  return {
    callTitle: call.definition.title.en,
    ...backOf(one, group),
    ...fieldsOfQuestion({ type, question, group: group?.id }),
    seen: seenOf(copy, page),
    ...("question" in asked
      ? linksOf({ callSlug: call.slug, page }, asked.question, group)
      : { ...noLinks, members: [] }),
    // One that begins as another is nobody's yet.
    advice:
      "question" in asked ? sayBeside(adviceOnQuestion(asked.question)) : {},
  };
}

const noLinks = {
  ...{ moveHref: "", removeHref: "", newMemberHref: "", fromBankHref: "" },
  keepHref: "",
};

/** The fields of a question's form, with what stands in them; of a new one of a kind, where no question is given. */
export function fieldsOfQuestion({
  type,
  question,
  group,
}: {
  type: Question["type"];
  question: Question | undefined;
  /** The id of the one that asks it several times. */
  group?: string | undefined;
}) {
  const isAskedAgain = group !== undefined || ownFields[type] === "items";
  return {
    ...{ type, typeName: questionTypeNames[type], group: group ?? "" },
    ...wordsOf(question),
    settings: (isAskedAgain ? settingsOfGroups : questionSettings).map(
      (value) => ({ ...{ value, ...settingWords[value] } }),
    ),
    chosen: questionSettings.filter((name) => question?.[name]),
    ...(isAskedAgain
      ? { meanings: [], meaning: "none" }
      : describeMeanings(type, question)),
    ...describeOwnFields(type, question),
  };
}

/** What can be done with a question that is there, and with those that it asks several times. */
function linksOf(
  { callSlug, page }: { callSlug: string; page: Part<"page"> },
  question: Question,
  group: Question | undefined,
) {
  const one = { callSlug, pageId: page.key };
  const of = { ...one, questionId: question.id };
  return {
    moveHref: group ? "" : editedQuestionAddress(of, "move"),
    removeHref: editedQuestionAddress(of, "remove"),
    keepHref: isFixed(question) ? "" : editedQuestionAddress(of, "keep"),
    members: describeMembers({ callSlug, page }, question),
    newMemberHref: newQuestionAddress(one, { group: question.id }),
    fromBankHref: fromBankAddress(one, question.id),
  };
}

function wordsOf(question: Question | undefined) {
  const { label, hint, missingMessage } = question ?? {};
  return {
    ...{ label: label?.en ?? "", hint: hint?.en ?? "" },
    missingMessage: missingMessage?.en ?? "",
    isTranslated: [label, hint, missingMessage].some(isTranslated),
  };
}

/** What is asked several times with a question, in its order. */
function describeMembers(
  of: { callSlug: string; page: Part<"page"> },
  question: Question,
) {
  const one = { callSlug: of.callSlug, pageId: of.page.key };
  return membersOf(question).map((member, index) => ({
    ...{ key: member.id, place: index + 1, name: member.label.en },
    href: editedQuestionAddress({ ...one, questionId: member.id }),
    facts: factsOfQuestion(member),
    advice: lineOfQuestion(of, member),
  }));
}

/** What is asked before a question is taken away. */
export function describeQuestionRemoval({
  call,
  copy,
  page,
  question,
}: OfQuestion) {
  const { id: questionId } = question;
  const members = membersOf(question);
  return {
    heading: question.label.en,
    backHref: editedQuestionAddress({
      ...{ callSlug: call.slug, pageId: page.key, questionId },
    }),
    seen: seenOf(copy, page),
    questions: members.map(({ label }) => label.en),
    brokenRules: describeBrokenRules(copy, [
      questionId,
      ...members.map(({ id }) => id),
    ]),
  };
}
