import { toIndexed } from "./search-answers.ts";
import { isPrefixTerm } from "./search-words.ts";

/** Words that a response has or has not, in brackets as they were typed. */
export type WordTree =
  | { is: "and" | "or"; parts: WordTree[] }
  | { is: "not"; part: WordTree }
  | { on: "words"; term: string };

/** Undefined for no terms. */
export function allOf(terms: readonly string[]): WordTree | undefined {
  const parts = terms.map((term) => ({ on: "words" as const, term }));
  return parts.length > 1 ? { is: "and", parts } : parts[0];
}

/** Every term of it; those that must not be there only, where it is asked so. */
export function termsOf(
  tree: WordTree,
  of: "all" | "negated" = "all",
): string[] {
  if ("on" in tree) return of === "all" ? [tree.term] : [];
  if (tree.is === "not") return termsOf(tree.part);
  return tree.parts.flatMap((part) => termsOf(part, of));
}

/** Whether some words must be there: an index of words has no list of all that lack one. */
export function asksForWords(tree: WordTree): boolean {
  if ("on" in tree) return true;
  if (tree.is === "not") return false;
  if (tree.is === "or") return tree.parts.every(asksForWords);
  const isFit = (part: WordTree) =>
    asksForWords("is" in part && part.is === "not" ? part.part : part);
  return tree.parts.some(asksForWords) && tree.parts.every(isFit);
}

/**
 * A tree that asks for words as an FTS5 query that cannot fail: each term is
 * quoted, so operators are read as words.
 */
export function toFullTextQuery(tree: WordTree): string {
  if ("on" in tree) return quotedTerm(tree.term);
  if (tree.is === "not") return toFullTextQuery(tree.part);
  if (tree.is === "or")
    return `(${tree.parts.map(toFullTextQuery).join(" OR ")})`;
  const [there, lacking] = [true, false].map((isThere) =>
    tree.parts
      .filter((part) => asksForWords(part) === isThere)
      .map(toFullTextQuery),
  );
  const all = `(${there?.join(" AND ")})`;
  return (lacking ?? []).reduce((query, part) => `(${query} NOT ${part})`, all);
}

/** The last word of a term that is one of beginnings is only begun. */
export function quotedTerm(term: string): string {
  const isPrefix = isPrefixTerm(term);
  const words = toIndexed(isPrefix ? term.slice(0, -1) : term);
  return `"${words.replaceAll('"', '""')}"${isPrefix ? " *" : ""}`;
}

/** Any of these, as an FTS5 query. */
export function toAnyOf(terms: readonly string[]): string {
  return `(${terms.map(quotedTerm).join(" OR ")})`;
}

/** What to look for in notes, beside the texts: all whose note may make a difference to whether they are found. */
export function toNoteQuery(tree: WordTree): string {
  const all = toAnyOf(termsOf(tree));
  if ("on" in tree || tree.is !== "and") return all;
  const there = tree.parts.filter(asksForWords);
  const lacking = tree.parts.filter((part) => !asksForWords(part));
  const isPlain =
    there.every((part) => termsOf(part, "negated").length === 0) &&
    lacking.every(isNoneOf);
  if (!isPlain || lacking.length === 0) return all;
  const termsIn = (parts: WordTree[]) => parts.flatMap((one) => termsOf(one));
  return `${toAnyOf(termsIn(there))} NOT ${toAnyOf(termsIn(lacking))}`;
}

/** Lacks a word, or any of some: one of them in a note is enough to leave it out. */
function isNoneOf(tree: WordTree): boolean {
  if ("on" in tree || tree.is !== "not") return false;
  const { part } = tree;
  return (
    "on" in part || (part.is === "or" && part.parts.every((one) => "on" in one))
  );
}
