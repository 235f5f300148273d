import { keepOfCopy } from "#app/domain/calls/authoring/keep-of-copy.ts";
import { optionsOfQuestion } from "#app/domain/calls/authoring/typed-options.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { Comparison, Rule } from "#app/domain/calls/conditions.ts";
import {
  isNumber,
  membersOf,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";

/** What a page, a question and a rule of a call are called on the editor's pages: by their words, never by an id. */
export type EditorNames = ReturnType<typeof namesIn>;

const maxNameCharacters = 90;
const list = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** The names of everything in a working copy; what is not there has a name that says so. */
export const namesIn = keepOfCopy((copy) => {
  const { conditions, sections, equality } = copy;
  const placed = placesIn(copy);
  const findQuestion = (id: string) => placed.get(id)?.question;
  const findOfPerson = (id: string) =>
    equality?.body.questions.find((one) => one.id === id);
  const names = {
    page: (id: string) => pageName(copy, id),
    question: (id: string): string => {
      const found = findQuestion(id) ?? findOfPerson(id);
      return found ? quote(found.label.en) : "a question that is not there";
    },
    choice: (questionId: string, value: string): string => {
      const found = findQuestion(questionId);
      if (found && isNumber(found)) return numberInWords(value);
      const all = optionsOfQuestion(found ?? findOfPerson(questionId));
      return quote(all.find((one) => one.value === value)?.label.en || value);
    },
    rule: (id: string): string => {
      const found = conditions.find(({ key }) => key === id)?.body;
      if (!found) return "a rule that is not there";
      return found.name === undefined
        ? `(${describeRule(found.rule, names)})`
        : quote(found.name);
    },
    /** As it follows on "shown if". */
    shownIf: (id: string): string => {
      const found = conditions.find(({ key }) => key === id)?.body;
      return found && found.name === undefined
        ? describeRule(found.rule, names)
        : names.rule(id);
    },
    section: (id: string): string => {
      const found = sections.find(({ key }) => key === id)?.body;
      return found ? quote(found.title.en) : "a section that is not there";
    },
    pageOf: (questionId: string) => placed.get(questionId)?.pageId,
  };
  return names;
});

function pageName({ pages }: WorkingCopy, id: string): string {
  const body = pages.find(({ key }) => key === id)?.body;
  if (!body) return "a page that is not there";
  const words = body.title?.en || body.questions[0]?.label.en;
  return words ? quote(words) : "the page without a title";
}

/** Each question, also one that is asked several times, with the page that it stands on. */
function placesIn({ pages }: WorkingCopy) {
  const placed = new Map<string, { question: Question; pageId: string }>();
  for (const { key: pageId, body } of pages)
    for (const one of body.questions)
      for (const question of [one, ...membersOf(one)])
        if (!placed.has(question.id))
          placed.set(question.id, { question, pageId });
  return placed;
}

function quote(words: string): string {
  const one = words.replace(/\s+/g, " ");
  return one.length > maxNameCharacters
    ? `“${one.slice(0, maxNameCharacters - 1).trimEnd()}…”`
    : `“${one}”`;
}

/** A rule as a sentence would say it: `“Are you a carer?” is “Yes”`. */
export function describeRule(
  rule: Rule,
  names: Pick<EditorNames, "question" | "choice" | "rule">,
): string {
  const inside = (one: Rule) => {
    const said = describeRule(one, names);
    return "all" in one || "any" in one ? `(${said})` : said;
  };
  if ("all" in rule) return rule.all.map(inside).join(" and ");
  if ("any" in rule) return rule.any.map(inside).join(" or ");
  if ("not" in rule)
    return (
      describeContrary(rule.not, names) ??
      `not (${describeRule(rule.not, names)})`
    );
  if ("condition" in rule)
    return `the rule ${names.rule(rule.condition)} holds`;
  return describeComparison(rule, names);
}

/** What does not hold, in one sentence; undefined where it has none. */
function describeContrary(
  rule: Rule,
  names: Pick<EditorNames, "question" | "choice" | "rule">,
): string | undefined {
  if ("condition" in rule)
    return `the rule ${names.rule(rule.condition)} does not hold`;
  if (!("operator" in rule)) return undefined;
  const asked = names.question(rule.question);
  const choice = (value: string) => names.choice(rule.question, value);
  switch (rule.operator) {
    case "includes":
      return `${asked} does not have ${choice(rule.value)} ticked`;
    case "is-one-of":
      return `${asked} is none of ${rule.values.map(choice).join(", ")}`;
    case "before":
    case "after":
      return `${asked} is not ${rule.operator} ${dayInWords(rule.value)}`;
    default:
      return undefined;
  }
}

/** A day that a rule compares with; as it was written where it is none. */
function dayInWords(iso: string): string {
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  return at.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** A number that a rule compares with; as it was written where it is none. */
function numberInWords(written: string): string {
  return /^\d{1,10}$/.test(written)
    ? Number(written).toLocaleString("en-GB")
    : written;
}

function describeComparison(
  comparison: Comparison,
  names: Pick<EditorNames, "question" | "choice">,
): string {
  const { question } = comparison;
  const asked = names.question(question);
  const choice = (value: string) => names.choice(question, value);
  switch (comparison.operator) {
    case "answered":
      return `${asked} is answered`;
    case "not-answered":
      return `${asked} is not answered`;
    case "is":
      return `${asked} is ${choice(comparison.value)}`;
    case "is-not":
      return `${asked} is not ${choice(comparison.value)}`;
    case "is-one-of":
      return `${asked} is ${list.format(comparison.values.map(choice))}`;
    case "includes":
      return `${asked} has ${choice(comparison.value)} ticked`;
    case "before":
      return `${asked} is before ${dayInWords(comparison.value)}`;
    case "after":
      return `${asked} is after ${dayInWords(comparison.value)}`;
    case "under":
      return `${asked} is under ${choice(comparison.value)}`;
    case "at-least":
      return `${asked} is at least ${choice(comparison.value)}`;
    case "at-most":
      return `${asked} is at most ${choice(comparison.value)}`;
    case "over":
      return `${asked} is more than ${choice(comparison.value)}`;
    case "between":
      return `${asked} is from ${comparison.values.map(choice).join(" to ")}`;
  }
}
