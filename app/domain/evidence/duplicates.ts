import { type Csl, nameAsListed, yearOf } from "../calls/evidence-items/csl.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import { doiKey } from "../calls/evidence-items/identifiers.ts";
import { normaliseText } from "../text/foreign-text.ts";

/** Letters and digits alone: how a title is typed differs by capitals, accents and stops. */
function keyOf(text: string): string {
  return normaliseText(text, "NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A title that says nothing by itself, such as "Editorial", is told by its year and author. */
function titleKey(csl: Csl): string | undefined {
  const title = keyOf(csl.title ?? "");
  if (title === "") return undefined;
  const [first] = csl.author ?? [];
  const family =
    first && ("literal" in first ? nameAsListed(first) : first.family);
  return [title, yearOf(csl) ?? "", keyOf(family ?? "")].join("|");
}

/**
 * Items that are there already, by a DOI without its case, else by title, year
 * and first author: each with the first that is the same. They are shown and
 * never dropped. Two DOIs that differ are two works, whatever their titles.
 */
export function findDuplicates(
  items: EvidenceItem[],
): Map<string, EvidenceItem> {
  const byDoi = new Map<string, EvidenceItem>();
  const byTitle = new Map<string, EvidenceItem[]>();
  const duplicates = new Map<string, EvidenceItem>();
  for (const item of items) {
    const doi = item.csl.DOI && doiKey(item.csl.DOI);
    const title = titleKey(item.csl);
    const sameTitle = (title && byTitle.get(title)) || [];
    const same =
      (doi && byDoi.get(doi)) ||
      sameTitle.find(({ csl }) => !doi || !csl.DOI || doiKey(csl.DOI) === doi);
    if (same) duplicates.set(item.id, same);
    if (doi && !byDoi.has(doi)) byDoi.set(doi, item);
    if (title && sameTitle.length < mostOfOneTitle)
      byTitle.set(title, [...sameTitle, item]);
  }
  return duplicates;
}

/** Ten works of one title, year and author are looked at; the next one need not be. */
const mostOfOneTitle = 10;
