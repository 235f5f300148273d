import type { CslTextField } from "../../calls/evidence-items/csl.ts";
import {
  type EvidenceOwn,
  ownTextFields,
} from "../../calls/evidence-items/evidence-item.ts";

/*
 * What neither RIS nor BibTeX has a place for: RIS carries it in its
 * user-defined field as "PMID: 123", BibTeX in fields of those names.
 */

export const extraTexts: CslTextField[] = ["PMID", "PMCID", "ORCID"];

export const extraOwn: (keyof EvidenceOwn)[] = [
  "kind",
  "design",
  "strength",
  ...ownTextFields,
  "topics",
];

const placeOfName = new Map<
  string,
  { text: CslTextField } | { own: keyof EvidenceOwn }
>([
  ...extraTexts.map((text) => [text.toLowerCase(), { text }] as const),
  ...extraOwn.map((own) => [own, { own }] as const),
]);

/** Where a value of this name belongs; undefined where it is none of these. */
export function placeOfExtra(name: string) {
  return placeOfName.get(name.toLowerCase());
}

/** The names and values of an item that need such a place. */
export function extrasOf(item: {
  csl: Partial<Record<CslTextField, string | undefined>>;
  own: EvidenceOwn;
}): [name: string, value: string][] {
  const texts = extraTexts.map((field) => [field, item.csl[field]] as const);
  const own = extraOwn.map((field) => {
    const value = item.own[field];
    return [field, Array.isArray(value) ? value.join(" ") : value] as const;
  });
  return [...texts, ...own].flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
}
