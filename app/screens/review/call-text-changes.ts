import {
  type ChangedText,
  textChangesOf,
} from "#app/domain/calls/authoring/text-changes.ts";
import { type Language, languages } from "#app/domain/calls/languages.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import { languageNames } from "./calls.ts";
import { capitalised, textNames } from "./call-editor-words.ts";
import type { Edited } from "./edited-call.ts";

export type TextChange = {
  name: string;
  before: string | undefined;
  after: string | undefined;
  /** Of the words; undefined of a setting. */
  language: Language | undefined;
};

/** What changes on one page, question or among the call's own words. */
export type PlaceOfChanges = { heading: string; changes: TextChange[] };

/** The words and settings before and after, by the place where people read them. */
export function describeTextChanges({
  copy,
  published,
}: Pick<Edited, "copy" | "published">): PlaceOfChanges[] {
  const [now, before] = [namesIn(copy), namesIn(published)];
  const stays = new Set(copy.pages.map(({ key }) => key));
  const places = new Map<string, TextChange[]>();
  for (const text of textChangesOf(published, copy)) {
    // An id is read by nobody, and a kind does not change.
    if (namesOfIds.includes(text.path.at(-1) ?? "")) continue;
    // What a translation was made from is told where it is stale.
    if (text.path.includes("madeFrom")) continue;
    const isGone = text.pageId !== undefined && !stays.has(text.pageId);
    const heading = headingOf(text, isGone ? before : now);
    const changes = places.get(heading) ?? [];
    changes.push(describeChange(text));
    places.set(heading, changes);
  }
  return [...places].map(([heading, changes]) => ({ heading, changes }));
}

const namesOfIds = ["id", "value", "type", "item", "member"];

const partHeadings: Record<NonNullable<ChangedText["part"]>, string> = {
  section: "Sections",
  equality: "Questions about the person",
};

function headingOf(
  { part, pageId, questionId }: ChangedText,
  names: EditorNames,
): string {
  if (part) return partHeadings[part];
  if (pageId === undefined) return "What the call says of itself";
  const page = `Page ${names.page(pageId)}`;
  return questionId === undefined
    ? capitalised(page)
    : `${capitalised(page)}: question ${names.question(questionId)}`;
}

function describeChange({ path, before, after }: ChangedText): TextChange {
  const language = languages.find((one) => one === path.at(-1));
  const parts = language === undefined ? path : path.slice(0, -1);
  const name = parts.map(namePart).join(", ");
  return {
    name:
      language === undefined || language === "en"
        ? name
        : `${name} (${languageNames[language]})`,
    ...{ before: settingWords(before), after: settingWords(after), language },
  };
}

function settingWords(text: string | undefined): string | undefined {
  if (text === "true") return "Yes";
  if (text === "false") return "No";
  const language = languages.find((one) => one === text);
  return language ? languageNames[language] : text;
}

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
