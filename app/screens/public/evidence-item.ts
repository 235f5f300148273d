import {
  evidenceKinds,
  type EvidenceItem,
  type EvidenceKind,
  evidenceStrengths,
  studyDesigns,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import { itemText } from "#app/domain/calls/evidence-items/describe-item.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import {
  type EvidenceQuestion,
  topicsOf,
} from "#app/domain/calls/question-types/evidence-items.ts";
import type {
  ItemProblem,
  ItemProblems,
} from "#app/domain/evidence/item-form.ts";
import { wordsIn } from "#app/words/words.ts";

type ItemField = {
  name: string;
  label: string;
  hint?: string | undefined;
  control: "text" | "long-text" | "radios" | "checkboxes" | "select";
  rows?: number;
  choices?: { value: string; label: string; hint?: string | undefined }[];
};

type Shown = {
  question: EvidenceQuestion;
  language: Language;
  kind: EvidenceKind;
  isNew: boolean;
  files: { publicId: string; name: string }[];
};

/** What is asked of an item: first what it is called and where it is, then what it found. */
export function describeItemForm(shown: Shown) {
  const fields = fieldsIn(shown.language);
  return {
    about: fieldsOfKind(referenceFields(fields), shown),
    findings: [...findingFields(fields), ...choiceFields(fields, shown)],
  };
}

type Fields = ReturnType<typeof fieldsIn>;

function fieldsIn(language: Language) {
  const words = wordsIn(language);
  const { fields } = words.evidence;
  const text = (name: keyof typeof fields, hint?: string): ItemField => ({
    name,
    label: fields[name],
    hint,
    control: "text",
  });
  const long = (
    name: keyof typeof fields,
    rows: number,
    hint?: string,
  ): ItemField => ({ ...text(name, hint), control: "long-text", rows });
  return { text, long, fields, labels: words.questions.evidence };
}

function listed<Value extends string>(
  values: readonly Value[],
  labels: Record<Value, { label: string; hint?: string }>,
) {
  return values.map((value) => ({ value, ...labels[value] }));
}

function referenceFields({ text, long, fields, labels }: Fields): ItemField[] {
  return [
    {
      ...text("kind"),
      control: "select",
      choices: listed(evidenceKinds, labels.kinds),
    },
    long("title", 2, fields.titleHint),
    long("authors", 3, fields.authorsHint),
    text("year", fields.yearHint),
    text("container-title", fields["container-titleHint"]),
    text("publisher"),
    text("DOI", fields.DOIHint),
    text("URL", fields.URLHint),
    text("ORCID", fields.ORCIDHint),
  ];
}

function findingFields({ text, long, fields, labels }: Fields): ItemField[] {
  return [
    {
      ...text("design"),
      control: "radios",
      choices: listed(studyDesigns, labels.designs),
    },
    long("population", 2, fields.populationHint),
    long("setting", 2),
    long("found", 6, fields.foundHint),
    {
      ...text("strength"),
      control: "radios",
      choices: listed(evidenceStrengths, labels.strengths),
    },
    long("funder", 2),
    long("interests", 2, fields.interestsHint),
  ];
}

/** Where there is something to choose from. */
function choiceFields(
  { text }: Fields,
  { question, language, files }: Shown,
): ItemField[] {
  const topics = topicsOf(question, language);
  const all: ItemField[] = [
    { ...text("topics"), control: "checkboxes", choices: topics },
    { ...text("fileId"), control: "radios", choices: fileChoices(files) },
  ];
  return all.filter(({ choices = [] }) => choices.length > 0);
}

function fileChoices(files: Shown["files"]) {
  return files.map(({ publicId, name }) => ({ value: publicId, label: name }));
}

/** A service's own evaluation or a web page has neither journal nor DOI; what it is was asked before. */
const unpublished = new Set<EvidenceKind>(["evaluation", "web-page", "other"]);
const published = new Set(["container-title", "DOI", "ORCID"]);

function fieldsOfKind(fields: ItemField[], { kind, isNew }: Shown) {
  return fields.filter(
    ({ name }) =>
      !(isNew && unpublished.has(kind) && published.has(name)) &&
      !(isNew && name === "kind"),
  );
}

/** What is wrong with an item as it was typed, by field. */
export function describeItemProblems(
  problems: ItemProblems,
  language: Language,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      field,
      [problemMessage(problem, language)],
    ]),
  );
}

function problemMessage(problem: ItemProblem, language: Language): string {
  const { problems } = wordsIn(language).evidence;
  return problem.reason === "too-long"
    ? problems.tooLong(problem.maxCharacters)
    : problems[problem.reason];
}

/** What another tab has saved of an item, in words. */
export function describeSavedItem(
  item: EvidenceItem,
  question: EvidenceQuestion,
  language: Language,
): string {
  const labels = wordsIn(language).questions.evidence;
  return itemText(item, labels, topicsOf(question, language));
}
