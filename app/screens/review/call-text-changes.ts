import {
  type ChangedText,
  textChangesOf,
} from "#app/domain/calls/authoring/text-changes.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { type Language, languages } from "#app/domain/calls/languages.ts";
import { diffWords, type WordRun } from "#app/domain/text/word-diff.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import { languageNames } from "./calls.ts";
import { textNames } from "./call-editor-words.ts";
import type { Edited } from "./edited-call.ts";
import {
  isSaidByWhole,
  questionOn,
  type WholeQuestion,
  wholeQuestion,
} from "./call-whole-question.ts";
import { meaningWords } from "./question-meanings.ts";

type TextChange = {
  name: string;
  before: string | undefined;
  after: string | undefined;
  /** What differs, word by word; empty where one of them is missing or they have little in common. */
  runs: WordRun[];
  /** Of the words; undefined of a setting. */
  language: Language | undefined;
};

/** What changes on one page, question or among the call's own words. */
export type PlaceOfChanges = {
  heading: string;
  /** Of a question that comes or goes. */
  whole: WholeQuestion | undefined;
  changes: TextChange[];
};

/** The words and settings before and after, by the place where people read them. */
export function describeTextChanges({
  copy,
  published,
}: Pick<Edited, "copy" | "published">): PlaceOfChanges[] {
  const names = { now: namesIn(copy), before: namesIn(published) };
  const [stays, stood] = [pageIdsOf(copy), pageIdsOf(published)];
  const texts = textChangesOf(published, copy).filter(isToldHere);
  const places = new Map<string, PlaceOfChanges>();
  for (const text of texts) {
    const { pageId, questionId, path } = text;
    const isGone = pageId !== undefined && !stays.has(pageId);
    const whole = wholeQuestion(
      questionOn(published, pageId, questionId),
      questionOn(copy, pageId, questionId),
    );
    const key = JSON.stringify([text.part, pageId, questionId]);
    const place = places.get(key) ?? {
      heading: headingOf(text, whole, isGone ? names.before : names.now),
      ...{ whole, changes: [] },
    };
    places.set(key, place);
    if (whole && isSaidByWhole(path)) continue;
    // The heading says what a page is called that comes or goes.
    if (isGone || !stood.has(pageId ?? ""))
      if (questionId === undefined && path.join(".") === "title.en") continue;
    place.changes.push(describeChange(text, names, texts.length));
  }
  return [...places.values()].filter(
    ({ whole, changes }) => whole || changes.length > 0,
  );
}

const pageIdsOf = ({ pages }: WorkingCopy) =>
  new Set(pages.map(({ key }) => key));

const namesOfIds = ["id", "value", "type", "item", "member"];

/** An id is read by nobody, and a kind does not change; what a translation was made from is told where it is stale. */
const isToldHere = ({ path }: ChangedText) =>
  !namesOfIds.includes(path.at(-1) ?? "") && !path.includes("madeFrom");

const partHeadings: Record<NonNullable<ChangedText["part"]>, string> = {
  section: "Sections",
  equality: "Questions about the person",
};

function headingOf(
  { part, pageId, questionId }: ChangedText,
  whole: WholeQuestion | undefined,
  names: EditorNames,
): string {
  if (part) return partHeadings[part];
  if (pageId === undefined) return "What the call says of itself";
  const [page, asked] = [
    names.page(pageId),
    questionId === undefined || whole ? undefined : names.question(questionId),
  ];
  if (asked === undefined) return `Page ${page}`;
  // A page without a title is called by its question.
  return asked === page
    ? `Question ${asked}`
    : `Page ${page}: question ${asked}`;
}

function describeChange(
  text: ChangedText,
  names: { now: EditorNames; before: EditorNames },
  count: number,
): TextChange {
  const { before, after, path } = text;
  const language = languages.find((one) => one === path.at(-1));
  const way = language === undefined ? path : path.slice(0, -1);
  const name = nameWay(
    { ...text, path: way },
    after === undefined ? names.before : names.now,
  );
  return {
    name:
      language === undefined || language === "en"
        ? name
        : `${name} (${languageNames[language]})`,
    before: settingInWords(before, way, names.before),
    after: settingInWords(after, way, names.now),
    ...{ runs: language ? runsOf(text, count) : [], language },
  };
}

/** Texts that have less than half in common are read better one after the other. */
function runsOf({ before, after }: ChangedText, count: number): WordRun[] {
  if (!before || !after) return [];
  const runs = diffWords(before, after, count);
  const same = runs.filter(({ kind }) => kind === "same");
  const kept = same.reduce((sum, { words }) => sum + words.length, 0);
  return kept * 2 >= Math.max(before.length, after.length) ? runs : [];
}

/** What a text is on its page: by the words of an option or a question, never by an id. */
function nameWay(
  { path, questionId, before, after }: ChangedText,
  names: EditorNames,
): string {
  const named: string[] = [];
  const cameOrWent =
    before === undefined ? "(new)" : after === undefined ? "(taken away)" : "";
  let question = questionId ?? "";
  for (const [at, part] of path.entries()) {
    const list = path[at - 1];
    if (list === "helpLines") named.push(`${named.pop()} ${Number(part) + 1}`);
    else if (list === "questions") {
      question = part;
      named.push(`${named.pop()} ${names.question(part)}`);
    } else if (list === "choices" || list === "topics") {
      const isLabel = path[at + 1] === "label";
      // Its own words stand below.
      const said = isLabel ? cameOrWent : names.choice(question, part);
      named.push(`${named.pop()} ${said}`.trim());
      if (isLabel) break;
    } else named.push(namePart(part));
  }
  return named.join(", ");
}

function settingInWords(
  text: string | undefined,
  path: readonly string[],
  names: EditorNames,
): string | undefined {
  if (text === "true") return "Yes";
  if (text === "false") return "No";
  if (text === undefined) return undefined;
  const field = path.at(-1);
  if (field === "showIf") return names.shownIf(text);
  if (field === "section") return names.section(text);
  const meaning = meanings.find(
    ([value]) => field === "meaning" && value === text,
  );
  if (meaning) return meaning[1].label;
  const language = languages.find((one) => one === text);
  return language ? languageNames[language] : text;
}

const meanings = Object.entries(meaningWords);

/** What the parts of a definition are called where they are changed; a choice is called by its value. */
const partNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...textNames,
    intro: "Introduction",
    label: "Words",
    hint: "Hint",
    choices: "Option",
    missingMessage: "Message where the answer is missing",
    required: "Must be answered",
    identifying: "Says who somebody is",
    shownInQueue: "Shown in the queue",
    visibleToAssessor: "Assessors may see it",
    publishable: "The review may publish it",
    sensitive: "Asks for something sensitive",
    origin: "From the bank",
    version: "Version",
    passed: "Newest version not taken",
    meaning: "What it is for",
    showIf: "Shown by rule",
    section: "Section",
    maxCharacters: "Characters at most",
    least: "Least",
    most: "Most",
    precision: "How much of a date is enough",
    earliest: "Earliest",
    latest: "Latest",
    alsoIn: "Offered in",
    wholeIn: "Must be whole in",
    minutes: "Minutes it takes",
    audience: "For whom",
    care: "Care",
    danger: "Where somebody is in danger",
    helpLines: "Help line",
    who: "Who",
    reached: "How they are reached",
    phone: "Phone",
    address: "Web address",
    exitTo: "Where “Exit this page” leads",
    attachments: "Files",
    maxFiles: "Files at most",
    maxFileMegabytes: "Megabytes a file",
    navigation: "Order of the pages",
    itemName: "Name of one",
    questions: "Question",
    topics: "Topic",
    why: "Why it is asked",
    several: "Several answers",
  }),
);

/** A part of a definition as it is called; an id or a value as it is. */
export const namePart = (part: string) => partNames.get(part) ?? part;
