import { toSearchTerm } from "#app/db/search-words.ts";
import { printQuery } from "./queue-query-print.ts";
import {
  joined,
  type KeyTerm,
  type QueryProblem,
  type QueryTree,
  readQuery,
} from "./queue-query.ts";

/** A search with another term in the place of one, or with none. */
export function replaced(
  tree: QueryTree | undefined,
  term: QueryTree,
  other: QueryTree | undefined,
): QueryTree | undefined {
  if (tree === term) return other;
  if (tree === undefined || tree.is === "words" || tree.is === "key")
    return tree;
  if (tree.is === "not") {
    const part = replaced(tree.part, term, other);
    return part && { is: "not", part };
  }
  return joined(
    tree.is,
    tree.parts.flatMap((part) => replaced(part, term, other) ?? []),
  );
}

/** What stands side by side with a small `or` between, as if it stood there in capitals; undefined where none does. */
export function eitherOf(tree: QueryTree): QueryTree | undefined {
  if (tree.is !== "and") return undefined;
  const sides: QueryTree[][] = [[]];
  for (const [at, part] of tree.parts.entries()) {
    const isBetween = at > 0 && at < tree.parts.length - 1;
    if (isBetween && isSmallOr(part)) sides.push([]);
    else sides.at(-1)?.push(part);
  }
  if (sides.length === 1) return undefined;
  return joined(
    "or",
    sides.flatMap((parts) => joined("and", parts) ?? []),
  );
}

function isSmallOr(tree: QueryTree): boolean {
  return tree.is === "words" && tree.text === "or" && !tree.isPrefix;
}

/** A search in which a key has the next word behind it; undefined where none follows. */
export function withNextBehind(
  tree: QueryTree,
  term: KeyTerm,
): QueryTree | undefined {
  if (tree.is !== "and") return undefined;
  const isTerm = (part: QueryTree) =>
    part === term || (part.is === "not" && part.part === term);
  const at = tree.parts.findIndex(isTerm);
  const next = tree.parts[at + 1];
  if (at < 0 || next?.is !== "words") return undefined;
  const { text: value, isPrefix } = next;
  const left = tree.parts.filter((part) => part !== next);
  return replaced(joined("and", left), term, { ...term, value, isPrefix });
}

const isMended = ({ reason }: QueryProblem) =>
  reason === "open-bracket" ||
  reason === "surplus-bracket" ||
  reason === "open-quote";

const isGuessed = (problem: QueryProblem) =>
  !isMended(problem) || ("isSure" in problem && !problem.isSure);

/** Brackets and quotes that were left open; the last of them with the search as it was read, where nothing of it was left out or guessed. */
export function withMend(
  tree: QueryTree | undefined,
  problems: readonly QueryProblem[],
): (QueryProblem & { corrected?: string })[] {
  if (!tree || problems.some(isGuessed)) return [...problems];
  const corrected = printQuery(tree);
  return problems.map((problem, at) =>
    at === problems.length - 1 ? { ...problem, corrected } : problem,
  );
}

/** The value of a key that holds for all of a search: `state:triaged` beside other terms. */
export function valueFor(typed: string, key: string): string | undefined {
  return termsFor(typed, key)[0]?.value;
}

/** A search without the terms of a key that hold for all of it. */
export function withoutKey(typed: string, key: string): string {
  const terms = termsFor(typed, key);
  if (terms.length === 0) return typed;
  const { tree } = readQuery(typed);
  if (tree?.is !== "and") return "";
  const left = tree.parts.filter((part) => !isKey(part, key));
  return printQuery(joined("and", left));
}

function termsFor(typed: string, key: string): KeyTerm[] {
  const { tree } = readQuery(typed);
  const parts = tree?.is === "and" ? tree.parts : tree ? [tree] : [];
  return parts.filter((part) => isKey(part, key));
}

function isKey(tree: QueryTree, key: string): tree is KeyTerm {
  return tree.is === "key" && tree.key === key;
}

/** The words that a search asks for anywhere in a response, as terms to be marked in its texts. */
export function readMarkedTerms(typed: string): string[] {
  const { tree } = readQuery(typed);
  return tree ? [...new Set(markedIn(tree))] : [];
}

function markedIn(tree: QueryTree): string[] {
  switch (tree.is) {
    case "and":
    case "or":
      return tree.parts.flatMap(markedIn);
    case "not":
      return [];
    case "words":
      return [toSearchTerm(tree.text, tree.isPrefix)];
    case "key":
      return tree.value !== "" && /^(q\d+|note|memo)$/.test(tree.key)
        ? [toSearchTerm(tree.value, tree.isPrefix)]
        : [];
  }
}
