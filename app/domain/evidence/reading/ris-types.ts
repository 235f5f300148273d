import type { CslType } from "../../calls/evidence-items/csl.ts";

/** The one that is written for a type of CSL stands first. */
const tagsOfType: [CslType, string[]][] = [
  ["article-journal", ["JOUR", "ABST", "EJOUR", "INPR"]],
  ["article", ["UNPB"]],
  ["article-magazine", ["MGZN"]],
  ["article-newspaper", ["NEWS"]],
  ["bill", ["BILL", "UNBILL"]],
  ["book", ["BOOK", "EBOOK", "EDBOOK", "CLSWK"]],
  ["broadcast", ["ADVS"]],
  ["chapter", ["CHAP", "ECHAP"]],
  ["dataset", ["DATA", "AGGR", "DBASE"]],
  ["document", ["GEN"]],
  ["entry-dictionary", ["DICT"]],
  ["entry-encyclopedia", ["ENCYC"]],
  ["figure", ["FIGURE", "CHART", "EQUA"]],
  ["graphic", ["ART"]],
  ["hearing", ["HEAR"]],
  ["legal_case", ["CASE"]],
  ["legislation", ["STAT", "LEGAL"]],
  ["manuscript", ["MANSCPT", "ANCIENT"]],
  ["map", ["MAP"]],
  ["motion_picture", ["MPCT", "VIDEO"]],
  ["musical_score", ["MUSIC"]],
  ["pamphlet", ["PAMP"]],
  ["paper-conference", ["CPAPER", "CONF"]],
  ["patent", ["PAT"]],
  ["periodical", ["JFULL", "SER"]],
  ["personal_communication", ["PCOMM", "ICOMM"]],
  ["post-weblog", ["BLOG"]],
  ["report", ["RPRT", "GOVDOC", "GRANT"]],
  ["software", ["COMP"]],
  ["song", ["SOUND"]],
  ["speech", ["SLIDE"]],
  ["standard", ["STAND"]],
  ["thesis", ["THES"]],
  ["webpage", ["ELEC", "WEB", "MULTI"]],
];

const typeOfTag = new Map(
  tagsOfType.flatMap(([type, tags]) => tags.map((tag) => [tag, type] as const)),
);
const tagOfType = new Map(
  tagsOfType.map(([type, tags]) => [type, tags[0] ?? "GEN"] as const),
);

/** What is unknown or missing is a document. */
export function typeOfRis(tag: string): CslType {
  return typeOfTag.get(tag.trim().toUpperCase()) ?? "document";
}

export function risOfType(type: CslType): string {
  return tagOfType.get(type) ?? "GEN";
}
