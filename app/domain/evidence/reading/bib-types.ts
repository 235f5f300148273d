import { type CslType, cslTypes } from "../../calls/evidence-items/csl.ts";

/** The one that is written for a type of CSL stands first. */
const bibOfType: Partial<Record<CslType, string[]>> = {
  "article-journal": ["article", "suppperiodical"],
  book: ["book", "booklet", "mvbook", "collection", "proceedings", "manual"],
  chapter: ["incollection", "inbook", "bookinbook", "suppbook"],
  "paper-conference": ["inproceedings", "conference"],
  thesis: ["phdthesis", "mastersthesis", "thesis"],
  report: ["techreport", "report"],
  manuscript: ["unpublished"],
  webpage: ["online", "electronic", "www"],
  dataset: ["dataset"],
  software: ["software"],
  patent: ["patent"],
  periodical: ["periodical"],
};

const typeOfBib = new Map(
  Object.entries(bibOfType).flatMap(([type, names]) =>
    names.map((name) => [name, type] as const),
  ),
);

/** A `misc` may say in `entrysubtype` which type of CSL it is. */
export function cslOfBib(name: string, subtype: string | undefined): CslType {
  const known = typeOfBib.get(name) ?? subtype;
  return cslTypes.find((one) => one === known) ?? "document";
}

export function bibOfCsl(type: CslType): { name: string; subtype?: string } {
  const name = bibOfType[type]?.[0];
  if (name) return { name };
  return type === "document"
    ? { name: "misc" }
    : { name: "misc", subtype: type };
}
