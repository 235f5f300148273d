import { z } from "zod";
import { cslSchema, type CslType } from "./csl.ts";

/** What somebody says a piece of evidence is, before anything else. */
export const evidenceKinds = [
  "journal-article",
  "report",
  "evaluation",
  "guidance",
  "book",
  "thesis",
  "conference",
  "preprint",
  "dataset",
  "web-page",
  "other",
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** A stated list; what each means is told in `study-designs.ts`. */
export const studyDesigns = [
  "systematic-review",
  "randomised-trial",
  "controlled",
  "before-after",
  "cohort",
  "case-control",
  "cross-sectional",
  "qualitative",
  "mixed-methods",
  "economic",
  "service-evaluation",
  "case-study",
  "modelling",
  "consensus",
  "not-a-study",
  "not-known",
] as const;

export type StudyDesign = (typeof studyDesigns)[number];

/** How strong the evidence is in the view of whoever sends it. */
export const evidenceStrengths = [
  "strong",
  "moderate",
  "limited",
  "very-limited",
  "not-known",
] as const;

export type EvidenceStrength = (typeof evidenceStrengths)[number];

/** In characters, of what the submitter writes about an item. */
export const ownTextLimits = {
  population: 1_000,
  setting: 1_000,
  found: 4_000,
  funder: 1_000,
  interests: 2_000,
} as const;

export type OwnTextField = keyof typeof ownTextLimits;

export const ownTextFields = Object.keys(ownTextLimits) as OwnTextField[];

/** More are a library and no answer; told before anybody pastes a list. */
export const maxEvidenceItems = 500;
/** Of one answer as it is kept. */
export const maxEvidenceCodeUnits = 2_000_000;

const ownText = (field: OwnTextField) =>
  z.string().min(1).max(ownTextLimits[field]).optional();

const ownSchema = z.strictObject({
  kind: z.enum(evidenceKinds).optional(),
  design: z.enum(studyDesigns).optional(),
  strength: z.enum(evidenceStrengths).optional(),
  population: ownText("population"),
  setting: ownText("setting"),
  found: ownText("found"),
  funder: ownText("funder"),
  interests: ownText("interests"),
  /** Choices of the question: which of the review's questions it speaks to. */
  topics: z.array(z.string().max(60)).max(60).optional(),
  /** The public id of one of the files that hang on the draft. */
  fileId: z.string().max(64).optional(),
});

/** What the review asks of an item beside the reference. */
export type EvidenceOwn = z.infer<typeof ownSchema>;

export const evidenceItemSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  csl: cslSchema,
  own: ownSchema,
});

export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

const typeOfKind: Record<EvidenceKind, CslType> = {
  "journal-article": "article-journal",
  report: "report",
  evaluation: "report",
  guidance: "standard",
  book: "book",
  thesis: "thesis",
  conference: "paper-conference",
  preprint: "article",
  dataset: "dataset",
  "web-page": "webpage",
  other: "document",
};

const kindsOfType: Partial<Record<CslType, EvidenceKind>> = {
  "article-journal": "journal-article",
  article: "preprint",
  report: "report",
  standard: "guidance",
  book: "book",
  chapter: "book",
  thesis: "thesis",
  "paper-conference": "conference",
  speech: "conference",
  dataset: "dataset",
  webpage: "web-page",
  "post-weblog": "web-page",
};

/** The CSL type of an item whose kind somebody chose; the one that it had where that is of the kind. */
export function cslTypeOf(kind: EvidenceKind, before?: CslType): CslType {
  if (before && (kindsOfType[before] ?? "other") === kind) return before;
  return typeOfKind[kind];
}

/** What was chosen, else what the reference says. */
export function kindOf({ csl, own }: Pick<EvidenceItem, "csl" | "own">) {
  return own.kind ?? kindsOfType[csl.type] ?? "other";
}
