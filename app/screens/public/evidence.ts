import {
  type AnswerAddress,
  questionPageAddress,
  evidenceAddress,
} from "#app/addresses.ts";
import { nameAsListed, yearOf } from "#app/domain/calls/evidence-items/csl.ts";
import {
  type EvidenceItem,
  kindOf,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import { sourceLine } from "#app/domain/calls/evidence-items/describe-item.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { findDuplicates } from "#app/domain/evidence/duplicates.ts";
import { describeFormats } from "./reference-formats.ts";
import { type Words, wordsIn } from "#app/words/words.ts";

export type HeldEvidence = {
  items: EvidenceItem[];
  language: Language;
  answer: AnswerAddress;
  pageId: string;
  parameters: URLSearchParams;
};

/** The items of a question, and the ways to them. */
export function describeEvidence(held: HeldEvidence) {
  const { items, answer, pageId, parameters } = held;
  const words = wordsIn(held.language).evidence;
  return {
    heading: items.length > 0 ? words.count(items.length) : words.none,
    cards: describeCards(held, items),
    addPath: evidenceAddress(answer, pageId, ["item", "new"], parameters),
    addLabel: items.length > 0 ? words.addAnother : words.addOne,
    listPath: evidenceAddress(answer, pageId, ["list"], parameters),
    formats:
      items.length > 0
        ? describeFormats(
            (format) => evidenceAddress(answer, pageId, ["references", format]),
            held.language,
          )
        : undefined,
  };
}

/** Back on the question's page, at one of its items. */
export function evidenceListAddress(
  { answer, pageId, parameters }: Omit<HeldEvidence, "items" | "language">,
  itemId?: string,
): string {
  const place = itemId === undefined ? undefined : `item-${itemId}`;
  return questionPageAddress(answer, pageId, parameters, place);
}

/** Some of the items as cards; duplicates are looked for among all of them. */
export function describeCards(held: HeldEvidence, some: EvidenceItem[]) {
  const { answer, pageId, parameters } = held;
  const wayTo = (...names: string[]) =>
    evidenceAddress(answer, pageId, ["item", ...names], parameters);
  return describeItemCards(some, held, (id) => ({
    changeTo: wayTo(id),
    removeTo: wayTo(id, "remove"),
  }));
}

/** The same wherever the ways from them lead. */
export function describeItemCards(
  some: EvidenceItem[],
  { items, language }: Pick<HeldEvidence, "items" | "language">,
  waysOf: (itemId: string) => { changeTo: string; removeTo: string },
) {
  const words = wordsIn(language);
  const duplicates = findDuplicates(items);
  return some.map((item) => {
    const same = duplicates.get(item.id);
    const untitled = words.evidence.untitled;
    return {
      id: item.id,
      title: item.csl.title ?? untitled,
      lines: linesOf(item, words),
      notes: [
        ...missingNote(item, words),
        ...(same ? [words.evidence.sameAs(same.csl.title ?? untitled)] : []),
      ],
      ...waysOf(item.id),
    };
  });
}

const mostAuthors = 3;

function linesOf(item: EvidenceItem, words: Words): string[] {
  const { csl } = item;
  const authors = csl.author ?? [];
  const shown = authors.slice(0, mostAuthors).map(nameAsListed).join("; ");
  const who = authors.length > mostAuthors ? `${shown} …` : shown;
  const year = yearOf(csl);
  const kind = words.questions.evidence.kinds[kindOf(item)].label;
  return [
    [who, year && `(${year})`].filter(Boolean).join(" "),
    [kind, sourceLine(csl)].filter(Boolean).join(". "),
  ].filter(Boolean);
}

function missingNote({ csl, own }: EvidenceItem, words: Words): string[] {
  const { parts, notGiven } = words.evidence;
  const missing = [
    ...(csl.title ? [] : [parts.title]),
    ...(csl.author ? [] : [parts.authors]),
    ...(yearOf(csl) ? [] : [parts.year]),
    ...(own.design ? [] : [parts.design]),
    ...(own.found ? [] : [parts.found]),
  ];
  return missing.length > 0 ? [notGiven(missing)] : [];
}
