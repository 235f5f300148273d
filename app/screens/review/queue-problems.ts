import type { QueueSort } from "#app/domain/triage/queue-conditions.ts";
import type { QueueFilter } from "#app/domain/triage/queue-filter.ts";
import type { QueueKey } from "#app/domain/triage/queue-keys.ts";
import type { QueueProblem } from "#app/domain/triage/queue-problem.ts";
import { queueHref } from "./queue-links.ts";

export const sortWords: Record<QueueSort, string> = {
  oldest: "Oldest first",
  newest: "Newest first",
  longest: "Longest first",
  shortest: "Shortest first",
  waiting: "Waiting longest first",
  recorded: "As put into Heard",
  due: "Due soonest first",
};

/** In which order a list stands, as the end of a sentence. */
export function orderWords(sort: QueueSort): string {
  if (sort === "recorded")
    return "in the order in which they were put into Heard";
  return sortWords[sort].toLowerCase();
}

/** What is said beside the search box, with the search as it may have been meant. */
export type TellProblem = {
  text: string;
  correction: { label: string; href: string } | undefined;
};

const count = new Intl.NumberFormat("en-GB");

export function describeProblems(
  problems: readonly QueueProblem[],
  filter: QueueFilter,
): TellProblem[] {
  return problems.map((problem) => ({
    text: wordsForProblem(problem),
    correction: correctionOf(problem, filter),
  }));
}

/** What is wrong with a search, as a sentence. */
export function wordsForProblem(problem: QueueProblem): string {
  const { inView } = problem;
  const words = ownWordsFor(problem);
  return inView === undefined ? words : `In the view “${inView}”: ${words}`;
}

function ownWordsFor(problem: QueueProblem): string {
  switch (problem.reason) {
    case "too-long":
      return `A search can have ${count.format(problem.most)} characters. This one has ${count.format(problem.letters)}: make it shorter.`;
    case "too-deep":
      return `Brackets can stand ${problem.most} deep. What stands deeper was left out.`;
    case "too-many-terms":
      return `A search can have ${problem.most} words and conditions. What comes after them was left out.`;
    case "long-phrase":
      return `A phrase can have ${problem.most} words. It was searched for up to there.`;
    case "open-bracket":
    case "surplus-bracket":
      return bracketWords(problem);
    case "open-quote":
      return "A quotation mark is not closed. All that stands behind it was searched for as one phrase.";
    case "lone-quote":
      return "A quotation mark stands alone, so it was left out. For words side by side put one before and one behind them.";
    case "unknown-key":
      return `There is no “${problem.key}:” to search by. It was searched for as words.`;
    case "circle":
      return `${circleWords(problem.names)} It was left out there.`;
    case "unknown-value":
      return `“${problem.value}” is nothing that “${problem.key}:” can find${valuesIn(problem)}. It was left out.`;
    case "no-value":
      return `Nothing stands behind “${problem.key}:”, so it was left out. ${valueWords(problem)}.`;
    case "own-word":
      return problem.word === "or"
        ? "“or” was searched for as a word of the responses. In capitals, OR finds one or the other."
        : `“${problem.word}” was searched for as a word of the responses.`;
  }
}

type Brackets = {
  reason: "open-bracket" | "surplus-bracket";
  brackets: number;
};

function bracketWords({ reason, brackets }: Brackets): string {
  const many = count.format(brackets);
  if (reason === "open-bracket")
    return brackets === 1
      ? "A bracket is not closed. It was read as closed at the end."
      : `${many} brackets are not closed. They were read as closed at the end.`;
  return brackets === 1
    ? "A bracket closes what none opens. It was read as opened at the start."
    : `${many} brackets close what none opens. They were read as opened at the start.`;
}

/** What may stand behind a key, by example where it is no list. */
function valueWords({ values, key, of }: NoValue): string {
  if (values.length > 0)
    return `It can find ${listed(values, mostExamplesTold)}`;
  return `Write it as ${of ? `${key}:${valueExamples[of]}` : `${key}:school`}`;
}

const mostValuesTold = 12;
const mostExamplesTold = 5;
const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function valuesIn({ values }: { values: readonly string[] }): string {
  return values.length === 0
    ? ""
    : `: it finds ${listed(values, mostValuesTold)}`;
}

function listed(values: readonly string[], most: number): string {
  const told = values.slice(0, most);
  const left = values.length - told.length;
  const names = left > 0 ? [...told, `${count.format(left)} more`] : told;
  return list.format(names);
}

/** Of views that stand on each other, from one back to itself. */
export function circleWords(names: readonly string[]): string {
  const path = names.map((name) => `“${name}”`).join(" → ");
  return `A view cannot stand on itself: ${path}.`;
}

function correctionOf(problem: QueueProblem, filter: QueueFilter) {
  if (!("corrected" in problem) || problem.corrected === undefined)
    return undefined;
  const label =
    problem.reason === "own-word"
      ? problem.meant
      : "nearest" in problem
        ? labelOf(problem)
        : problem.corrected;
  return { label, href: queueHref(filter, { q: problem.corrected }) };
}

type NoValue = Extract<QueueProblem, { reason: "no-value" }>;

function labelOf({
  reason,
  key,
  nearest,
}: Extract<QueueProblem, { nearest: unknown }>) {
  return reason === "unknown-key" ? `${nearest}:` : `${key}:${nearest}`;
}

/** Searches to learn from, each with what it finds. */
export const searchExamples: { q: string; finds: string }[] = [
  { q: '"named worker"', finds: "these words side by side" },
  { q: "priorit*", finds: "every word that begins so" },
  { q: "school OR teacher", finds: "one or the other" },
  { q: "school -exclusion", finds: "the one without the other" },
  { q: "type:carer tag:kinship", finds: "who speaks, and what it is tagged" },
  { q: 'q2:"social worker"', finds: "words in the answer to question 2" },
  { q: "age:>30d claimed:none", finds: "older than 30 days, read by nobody" },
  { q: "received:2026-11-01..2026-11-30", finds: "received in these days" },
  { q: "with:me", finds: "what is assigned to you" },
  { q: "with:my-groups", finds: "what is with the groups you are in" },
  { q: "by:me", finds: "what you decided or tagged" },
  { q: "skipped:me", finds: "what you skipped" },
  { q: "has:file words:>500", finds: "with files and more than 500 words" },
  { q: "has:note note:safeguarding", finds: "by the team’s own notes" },
  { q: "consent:no", finds: "what may not be quoted" },
  { q: "redaction:none", finds: "nobody looked for what to redact" },
  { q: "due:<3d sort:due", finds: "to be read in three days, or overdue" },
  { q: "has:stock", finds: "what says only “nothing” or “n/a”" },
  { q: "has:earlier", finds: "whose sender answered the same call before" },
  { q: "tag:none sort:newest", finds: "untagged, the newest first" },
];

/** What may stand behind each key, where there is no list of it at present. */
const valueExamples: Record<QueueKey, string> = {
  type: "carer",
  tag: "kinship",
  state: "to-do",
  call: "ideas",
  by: "me",
  "decided-by": "me",
  "tagged-by": "me",
  assigned: "me",
  claimed: "none",
  skipped: "me",
  age: ">30d",
  received: "2026-11-01..2026-11-30",
  due: "overdue",
  words: ">500",
  has: "file",
  flag: "safeguarding",
  redaction: "none",
  consent: "no",
  note: "school",
  channel: "letter",
  ref: "7K2M",
  number: "17",
  "same-as": "7K2M-4PQR",
  view: '"its name"',
  sort: "newest",
};

/** What each key finds, said while a search is typed. */
export const keyWords: Record<QueueKey, string> = {
  type: "who speaks",
  tag: "a tag and those under it, or none",
  state: "where it stands",
  call: "the call it answers",
  by: "decided or tagged by",
  "decided-by": "who decided",
  "tagged-by": "who tagged",
  assigned: "who or which group it is with: with:me",
  claimed: "who is reading it",
  skipped: "who gave it back as not for them",
  age: "how old: >30d, <2w",
  received: "a day, a month or from..to",
  due: "overdue, today, within days: <3d",
  words: "how long: >500",
  has: "a file, a note, a passage",
  flag: "safeguarding",
  consent: "whether it may be quoted",
  redaction: "not looked at, proposed, done, or nothing to redact",
  note: "words of the team’s notes",
  channel: "how it came in",
  ref: "a part of the reference",
  number: "a letter’s own number",
  "same-as": "all in the same words as this reference",
  view: "what a saved view finds",
  sort: "the order",
};
