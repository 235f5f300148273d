import { type Csl, nameAsListed, yearOf } from "./csl.ts";
import {
  type EvidenceItem,
  type EvidenceKind,
  type EvidenceStrength,
  kindOf,
  type OwnTextField,
  type StudyDesign,
} from "./evidence-item.ts";

type Labelled = { label: string };

/** What the parts and the stated lists are called, in the language of the answer. */
export type EvidenceLabels = {
  parts: Record<
    OwnTextField | "kind" | "design" | "strength" | "topics" | "abstract",
    string
  >;
  kinds: Record<EvidenceKind, Labelled>;
  designs: Record<StudyDesign, Labelled>;
  strengths: Record<EvidenceStrength, Labelled>;
};

type Topic = { value: string; label: string };

/** "Bardram, E. and 2 more (2005). The trouble with login", for a list. */
export function itemLine({ csl }: EvidenceItem): string {
  const [first, ...others] = csl.author ?? [];
  const authors =
    first && nameAsListed(first) + (others.length > 0 ? " …" : "");
  const year = yearOf(csl);
  const title = csl.title ?? sourceLine(csl);
  return [authors, year && `(${year})`, title].filter(Boolean).join(" ");
}

/** "Journal of Care, 12(3), 100-110. https://doi.org/…": where it can be found. */
export function sourceLine(csl: Csl): string {
  const volume = [csl.volume, csl.issue && `(${csl.issue})`]
    .filter(Boolean)
    .join("");
  const place = [
    csl["container-title"],
    volume,
    csl.page,
    csl.publisher,
    csl["publisher-place"],
  ].filter(Boolean);
  const address = csl.DOI ? `https://doi.org/${csl.DOI}` : csl.URL;
  return [place.join(", "), address].filter(Boolean).join(". ");
}

/** An item as it is read, searched and tagged: its parts a line each. */
export function itemText(
  item: EvidenceItem,
  labels: EvidenceLabels,
  topics: Topic[],
): string {
  const { csl, own } = item;
  const { parts, designs, strengths } = labels;
  const said = (part: keyof typeof parts, text: string | undefined) =>
    text && `${parts[part]}: ${text}`;
  const chosen = topics
    .filter(({ value }) => own.topics?.includes(value))
    .map(({ label }) => label);
  const authors = csl.author?.map(nameAsListed).join("; ");
  return [
    csl.title,
    [authors, yearOf(csl)].filter(Boolean).join(". "),
    sourceLine(csl),
    said("kind", labels.kinds[kindOf(item)].label),
    said("design", own.design && designs[own.design].label),
    said("population", own.population),
    said("setting", own.setting),
    said("found", own.found),
    said("strength", own.strength && strengths[own.strength].label),
    said("funder", own.funder),
    said("interests", own.interests),
    said("topics", chosen.join("; ")),
    said("abstract", csl.abstract),
  ]
    .filter(Boolean)
    .join("\n");
}

/** What its sender wrote or brought along, without the form's words: what a search finds. */
export function itemOwnWords({ csl, own }: EvidenceItem): string {
  return [
    csl.title,
    [csl.author?.map(nameAsListed).join("; "), yearOf(csl)]
      .filter(Boolean)
      .join(". "),
    sourceLine(csl),
    own.population,
    own.setting,
    own.found,
    own.funder,
    own.interests,
    csl.abstract,
  ]
    .filter(Boolean)
    .join("\n");
}
