import { z } from "zod";

/*
 * A reference as the Citation Style Language describes one (CSL 1.0.2), with
 * the parts that Heard keeps. Every text is one line: formats for references
 * keep no others.
 */

/** The types of CSL that a list of references has a word for; anything else is a document. */
export const cslTypes = [
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "dataset",
  "document",
  "entry-dictionary",
  "entry-encyclopedia",
  "figure",
  "graphic",
  "hearing",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "periodical",
  "personal_communication",
  "post-weblog",
  "report",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "webpage",
] as const;

export type CslType = (typeof cslTypes)[number];

/** The most characters of each text; what an export holds beyond them is cut, and told. */
export const cslTextLimits = {
  title: 2_000,
  "title-short": 500,
  "container-title": 1_000,
  "container-title-short": 500,
  "collection-title": 1_000,
  volume: 100,
  issue: 100,
  page: 200,
  number: 200,
  edition: 200,
  genre: 500,
  publisher: 500,
  "publisher-place": 500,
  language: 100,
  DOI: 500,
  URL: 2_000,
  ISSN: 200,
  ISBN: 200,
  PMID: 50,
  PMCID: 50,
  /** Of any of the authors, with a space between. */
  ORCID: 2_000,
  source: 500,
  "call-number": 200,
  /** With "; " between. */
  keyword: 5_000,
  abstract: 10_000,
  note: 5_000,
} as const;

export type CslTextField = keyof typeof cslTextLimits;

export const cslTextFields = Object.keys(cslTextLimits) as CslTextField[];

export const cslNameFields = [
  "author",
  "editor",
  "collection-editor",
  "contributor",
] as const;

export type CslNameField = (typeof cslNameFields)[number];

export const maxNames = 200;
export const maxNameCharacters = 300;

const namePart = z.string().min(1).max(maxNameCharacters);

/** An organisation, or a name that does not say which part is the family's, is a literal. */
const nameSchema = z.union([
  z.strictObject({ literal: namePart }),
  z.strictObject({
    family: namePart,
    given: namePart,
    suffix: namePart.optional(),
  }),
]);

export type CslName = z.infer<typeof nameSchema>;

/** A year, with month and day where they are known; a literal is a date that is no such thing. */
const issuedSchema = z.union([
  z.strictObject({
    "date-parts": z.tuple([z.array(z.number().int()).min(1).max(3)]),
  }),
  z.strictObject({ literal: z.string().min(1).max(200) }),
]);

export type CslIssued = z.infer<typeof issuedSchema>;

const names = z.array(nameSchema).min(1).max(maxNames).optional();
const textOf = (field: CslTextField) =>
  z.string().min(1).max(cslTextLimits[field]).optional();

export const cslSchema = z.strictObject({
  type: z.enum(cslTypes),
  author: names,
  editor: names,
  "collection-editor": names,
  contributor: names,
  issued: issuedSchema.optional(),
  ...(Object.fromEntries(
    cslTextFields.map((field) => [field, textOf(field)]),
  ) as Record<CslTextField, ReturnType<typeof textOf>>),
});

export type Csl = z.infer<typeof cslSchema>;

/** The year as it is shown and compared; undefined where the date says none. */
export function yearOf({ issued }: Pick<Csl, "issued">): string | undefined {
  if (!issued) return undefined;
  if ("date-parts" in issued) return String(issued["date-parts"][0][0]);
  return /\b(?:1[5-9]|20)\d{2}\b/.exec(issued.literal)?.[0];
}

/** An organisation's comma would make two parts of its name; one at its end says that it is whole. */
export function writeListedName(name: CslName): string {
  const listed = nameAsListed(name);
  return "literal" in name && listed.includes(",") ? `${listed},` : listed;
}

/** "Bardram, E." as a list of references has it. */
export function nameAsListed(name: CslName): string {
  if ("literal" in name) return name.literal;
  return [name.family, name.given, name.suffix]
    .filter((part) => part !== undefined)
    .join(", ");
}
