import {
  bankAddress,
  bankQuestionAddress,
  newBankQuestionAddress,
} from "#app/call-addresses.ts";
import { adviceOnQuestion } from "#app/domain/calls/authoring/call-advice.ts";
import { editableTypes } from "#app/domain/calls/authoring/question-forms.ts";
import {
  type BankQuestion,
  seenOfKept,
} from "#app/domain/calls/bank/bank-question.ts";
import type { BankVersion } from "#app/domain/calls/bank/bank.server.ts";
import { fixedMeanings } from "#app/domain/calls/bank/fixed.ts";
import { copyOfOne } from "#app/domain/calls/bank/one-question.ts";
import {
  membersOf,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { questionTypeNames, questionTypeNotes } from "./call-editor-words.ts";
import { fieldsOfQuestion } from "./call-editor-questions.ts";
import { factsOfQuestion } from "./question-facts.ts";
import {
  describeTextChanges,
  type PlaceOfChanges,
} from "./call-text-changes.ts";
import { sayBeside } from "./call-wording.ts";
import { plural } from "./counted.ts";
import { describeFixed } from "./question-bank-fixed.ts";

/** The questions by their groups, and those that are asked in one way everywhere. */
export function describeBank(bank: readonly BankQuestion[]) {
  const kept = bank.filter(({ isRetired }) => !isRetired);
  return {
    groups: groupsOf(kept).map(({ name, questions }) => ({
      heading: name || "Each by itself",
      lines: questions.map(lineOf),
    })),
    retired: bank.filter(({ isRetired }) => isRetired).map(lineOf),
    fixed: describeFixed(),
    newHref: newBankQuestionAddress(),
  };
}

/** Questions by the groups that they are named after; those of none come last. */
export function groupsOf(bank: readonly BankQuestion[]) {
  const names = [...new Set(bank.map(({ group }) => group))];
  return names
    .toSorted((one, other) => Number(one === "") - Number(other === ""))
    .map((name) => ({
      name,
      questions: bank.filter(({ group }) => group === name),
    }));
}

function lineOf({ key, name, question, version }: BankQuestion) {
  return {
    ...{ key, name, href: bankQuestionAddress(key) },
    words: question.label.en === name ? "" : question.label.en,
    facts: `${factsOfQuestion(question)}, version ${version}`,
  };
}

/** The kinds of a new question of the bank. */
export function describeBankTypes() {
  return {
    backHref: bankAddress,
    starts: [],
    types: editableTypes.map((type) => ({
      ...{ key: type, name: questionTypeNames[type] },
      note: questionTypeNotes[type],
      href: newBankQuestionAddress(type),
    })),
  };
}

/** The form for a question of the bank; for a new one of a kind, where none is given. */
export function describeBankForm(type: Question["type"], kept?: BankQuestion) {
  const fields = fieldsOfQuestion({ type, question: kept?.question });
  const meanings = fields.meanings.filter(
    ({ value }) => !fixedMeanings.some((fixed) => fixed === value),
  );
  return {
    ...fields,
    meanings: meanings.length > 1 ? meanings : [],
    seen: kept ? seenOfKept(kept) : "",
    advice: kept ? sayBeside(adviceOnQuestion(kept.question)) : {},
  };
}

type Names = ReadonlyMap<string, string>;

/** A question of the bank with its versions, each with what it changed. */
export function describeBankQuestion(
  kept: BankQuestion & { versions: BankVersion[] },
  names: Names,
) {
  const { key, name, group, question, versions } = kept;
  const members = membersOf(question);
  return {
    ...{ backHref: bankAddress, name, group, isRetired: kept.isRetired },
    aboutHref: bankQuestionAddress(key, "about"),
    form: describeBankForm(question.type, kept),
    members: members.map(({ label }) => label.en),
    versions: versions.map(({ version, savedAt, savedById, ...of }, index) => {
      const before = versions[index + 1];
      return {
        ...{ version, when: formatMoment(savedAt) },
        who: names.get(savedById) ?? "A colleague",
        places: before ? changesBetween(before.question, of.question) : [],
      };
    }),
  };
}

/** What the form for a question's name and group shows. */
export function describeBankAbout(kept: BankQuestion) {
  const { key, name, group, isRetired } = kept;
  return {
    ...{ name, group, isRetired, seen: seenOfKept(kept) },
    backHref: bankQuestionAddress(key),
  };
}

/** The words before and after, under one heading; none where only the order of options is another. */
export function changesBetween(
  before: Question,
  after: Question,
): PlaceOfChanges[] {
  const changes = describeTextChanges({
    ...{ copy: copyOfOne(after), published: copyOfOne(before) },
  }).flatMap((place) => place.changes);
  const told = changes.filter(({ name }) => !name.startsWith("From the bank"));
  return told.length > 0
    ? [
        {
          heading: plural(told.length, "change", "changes"),
          ...{ whole: undefined, changes: told },
        },
      ]
    : [];
}
