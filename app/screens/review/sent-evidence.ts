import { referencesAddress } from "#app/reference-addresses.ts";
import {
  type Csl,
  nameAsListed,
  yearOf,
} from "#app/domain/calls/evidence-items/csl.ts";
import { sourceLine } from "#app/domain/calls/evidence-items/describe-item.ts";
import {
  type EvidenceItem,
  kindOf,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import { findDuplicates } from "#app/domain/evidence/duplicates.ts";
import type { SentEvidence } from "#app/domain/responses/sent-evidence.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeFormats } from "../public/reference-formats.ts";

/** More would bury the page; the text below them has all. */
const mostCards = 50;
const mostAuthors = 10;

const words = wordsIn("en");
const { parts, kinds, designs, strengths } = words.questions.evidence;

type Beside = {
  reference: string;
  /** What of the response's files can be opened. */
  files: { publicId: string; name: string; opens: string | undefined }[];
  /** Nothing of it leaves meanwhile. */
  isFrozen: boolean;
};

/** The pieces of evidence of an answer as the review team reads them. */
export function describeSentEvidence(
  { questionId, items, topics }: SentEvidence,
  { reference, files, isFrozen }: Beside,
) {
  const duplicates = findDuplicates(items);
  const untitled = words.evidence.untitled;
  const left = items.length - mostCards;
  return {
    heading:
      items.length === 1
        ? "1 piece of evidence"
        : `${items.length} pieces of evidence`,
    cards: items.slice(0, mostCards).map((item) => {
      const same = duplicates.get(item.id);
      return {
        id: item.id,
        title: item.csl.title ?? untitled,
        lines: linesOf(item),
        link: linkOf(item.csl),
        facts: factsOf(item, topics),
        file: files.find(({ publicId }) => publicId === item.own.fileId),
        note: same && words.evidence.sameAs(same.csl.title ?? untitled),
      };
    }),
    more:
      left > 0
        ? `${left} more are in the text below, and in the files.`
        : undefined,
    formats: isFrozen
      ? undefined
      : describeFormats(
          (format) => referencesAddress(reference, questionId, format),
          "en",
        ),
  };
}

function linesOf({ csl }: EvidenceItem): string[] {
  const authors = csl.author ?? [];
  const shown = authors.slice(0, mostAuthors).map(nameAsListed).join("; ");
  const left = authors.length - mostAuthors;
  const year = yearOf(csl);
  const { DOI: _doi, URL: _url, ...rest } = csl;
  const who = left > 0 ? `${shown} and ${left} more` : shown;
  return [
    [who, year && `(${year})`].filter(Boolean).join(" "),
    sourceLine(rest),
  ].filter(Boolean);
}

/** Somebody else typed it: nothing but the web is led to. */
function linkOf({ DOI, URL: address }: Csl) {
  if (DOI)
    return { href: `https://doi.org/${encodeURI(DOI)}`, label: `DOI ${DOI}` };
  return address && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? { href: new URL(address).href, label: address }
    : undefined;
}

function factsOf(item: EvidenceItem, topics: SentEvidence["topics"]) {
  const { own } = item;
  const chosen = topics
    .filter(({ value }) => own.topics?.includes(value))
    .map(({ label }) => label)
    .join("; ");
  const told = {
    kind: kinds[kindOf(item)].label,
    design: own.design && designs[own.design].label,
    population: own.population,
    setting: own.setting,
    found: own.found,
    strength: own.strength && strengths[own.strength].label,
    funder: own.funder,
    interests: own.interests,
    topics: chosen,
  };
  return (Object.keys(told) as (keyof typeof told)[]).flatMap((part) => {
    const value = told[part];
    return value ? [{ label: parts[part], value }] : [];
  });
}
