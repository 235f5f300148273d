import {
  editedPageAddress,
  editedQuestionAddress,
  editorAddress,
} from "#app/authoring-addresses.ts";
import {
  adviceOnAbout,
  adviceOnCare,
  adviceOnEach,
  adviceOnPage,
  adviceOnSections,
  type AdvisedField,
} from "#app/domain/calls/authoring/call-advice.ts";
import type {
  Part,
  WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import type { Jargon } from "#app/domain/calls/wording/jargon.ts";
import { plural } from "./counted.ts";

/** Advice on what stands in a form, by the field; of several fields of one name the nth is "name[n]", from 0. */
export type AdviceBeside = Record<string, string[]>;

/** The advice on one form, for each field in a sentence or some. */
export function sayBeside(advised: AdvisedField[]): AdviceBeside {
  const beside: AdviceBeside = {};
  for (const { field, advice } of advised)
    (beside[field] ??= []).push(sayAdvice(advice));
  return beside;
}

/** How much advice there is, and the way to the first field with some; undefined where there is none. */
export type AdviceLine = { words: string; href: string } | undefined;

type OnForm = { href: string; advised: AdvisedField[] };

/** Where several forms have some, the way leads to the list of them. */
function countAdvice(forms: OnForm[], list = ""): AdviceLine {
  const [first, ...others] = forms.filter(({ advised }) => advised.length > 0);
  if (!first) return undefined;
  const count = [first, ...others].flatMap(({ advised }) => advised).length;
  return {
    words: plural(count, "suggestion on the words", "suggestions on the words"),
    href: others.length > 0 ? list : `${first.href}#${idOfFirst(first)}`,
  };
}

/** The id of a field's box, as the forms give them. */
function idOfFirst({ advised: [first] }: OnForm): string {
  const [name = "", at = "0"] = first?.field.split(/[[\]]/) ?? [];
  return at === "0" ? name : `${name}-${Number(at) + 1}`;
}

type PageOfCall = { callSlug: string; page: Part<"page"> };

/** The advice on a page and all its questions. */
export function lineOfPage({ callSlug, page }: PageOfCall): AdviceLine {
  const href = editedPageAddress({ callSlug, pageId: page.key });
  const { questions } = page.body;
  return countAdvice(
    [
      { href, advised: adviceOnPage(page.body) },
      ...questions.flatMap((one) => formsOf({ callSlug, page }, one)),
    ],
    `${href}#questions`,
  );
}

/** The advice on a question and on those that it asks several times. */
export function lineOfQuestion(of: PageOfCall, question: Question): AdviceLine {
  const [own, ...members] = formsOf(of, question);
  return own && countAdvice([own, ...members], `${own.href}#questions`);
}

function formsOf({ callSlug, page }: PageOfCall, question: Question): OnForm[] {
  const one = { callSlug, pageId: page.key };
  return adviceOnEach(question).map(({ questionId, advised }) => ({
    ...{ href: editedQuestionAddress({ ...one, questionId }), advised },
  }));
}

/** The advice on what a call says beside its pages. */
export function linesOfSettings(callSlug: string, copy: WorkingCopy) {
  const line = (
    part: "about" | "care" | "sections",
    advised: AdvisedField[],
  ): AdviceLine =>
    countAdvice([{ href: editorAddress(callSlug, part), advised }]);
  return {
    about: line("about", adviceOnAbout(copy)),
    care: line("care", adviceOnCare(copy)),
    sections: line("sections", adviceOnSections(copy)),
  };
}

/** What to say in the place of each. */
const insteadOf: Record<Jargon, string> = {
  LAC: "children in care",
  "looked-after": "child in care",
  placement: "home",
  contact: "time with family",
  respite: "a break for children",
  sibling: "brothers and sisters",
  "service-user": "people",
  stakeholder: "who they are",
  "multi-agency": "which services they are",
  IRO: "independent reviewing officer",
  SEND: "special educational needs",
  CAMHS: "mental health services for children",
};

function sayAdvice(advice: AdvisedField["advice"]): string {
  switch (advice.about) {
    case "sentence":
      return `The sentence “${advice.begins}” has ${advice.words} words. More than 25 are hard to follow: make two of it.`;
    case "reading-age":
      return tellAge(advice);
    case "two-questions":
      return `It seems to ask two things at once, the second from “${advice.second}”. People answer one of them: ask each by itself.`;
    case "double-negative":
      return `The sentence “${advice.begins}” says ${inQuotes(advice.negatives)}. Say what is so.`;
    case "please":
      return `“${advice.said}” makes it longer, and no kinder.`;
    case "jargon":
      return `“${advice.said}” is a word of the trade. Say “${insteadOf[advice.term]}” or what is meant.`;
    case "no-way-out":
      return "“Must be answered” is chosen, and no option says “I do not know”: somebody who does not would have to say what is not so.";
  }
}

function tellAge({ age, longest }: { age: number; longest: string[] }): string {
  const words =
    longest.length > 0
      ? ` The longest ${longest.length === 1 ? "word is" : "words are"} ${inQuotes(longest)}.`
      : "";
  return `It reads like a text for people of about ${age} and older. Shorter words and sentences help.${words}`;
}

const list = new Intl.ListFormat("en-GB");
const inQuotes = (words: string[]) =>
  list.format(words.map((word) => `“${word}”`));
