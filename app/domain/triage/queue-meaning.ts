import { toSearchTerm } from "#app/db/search-words.ts";
import {
  type ConditionTree,
  type QueueSort,
  queueSorts,
} from "./queue-conditions.ts";
import { nearestKey, nearestOf, readKey } from "./queue-keys.ts";
import { type QueueKnown, questionIdsOf } from "./queue-known.ts";
import { printQuery } from "./queue-query-print.ts";
import {
  joined,
  type KeyTerm,
  type QueryProblem,
  type QueryTree,
  readQuery,
} from "./queue-query.ts";
import { readKeyTerm, readWordsTerm, valuesOf } from "./queue-terms.ts";

/** What is said of a search; the whole of it as it may have been meant, where that can be told. */
export type QueueProblem =
  | QueryProblem
  | {
      reason: "unknown-key";
      key: string;
      nearest: string | undefined;
      corrected: string | undefined;
    }
  | {
      reason: "unknown-value";
      key: string;
      value: string;
      nearest: string | undefined;
      corrected: string | undefined;
    };

export type QueueMeaning = {
  /** Undefined where nothing narrows the list. */
  conditions: ConditionTree | undefined;
  sort: QueueSort | undefined;
  problems: QueueProblem[];
  /** Something was typed, and nothing of it can be searched for. */
  isEmpty: boolean;
};

/**
 * What a search means today. A key that nobody knows is searched for as words; a
 * value that is none is left out: the problems tell both, so that no list is
 * taken for another.
 */
export function readMeaning(typed: string, known: QueueKnown): QueueMeaning {
  const { tree, problems } = readQuery(typed);
  const reading = new MeaningReader(known, tree);
  const conditions = tree && reading.read(tree);
  return {
    conditions,
    sort: reading.sort,
    problems: [...problems, ...reading.problems],
    isEmpty: typed.trim() !== "" && tree === undefined,
  };
}

class MeaningReader {
  readonly problems: QueueProblem[] = [];
  sort: QueueSort | undefined;
  readonly #known: QueueKnown;
  readonly #questionIds: ReadonlySet<string>;
  readonly #whole: QueryTree | undefined;

  constructor(known: QueueKnown, whole: QueryTree | undefined) {
    this.#known = known;
    this.#whole = whole;
    this.#questionIds = questionIdsOf(known);
  }

  read(tree: QueryTree): ConditionTree | undefined {
    if (tree.is === "words") return readWordsTerm(tree);
    if (tree.is === "key") return this.#readKey(tree);
    if (tree.is === "not") {
      const part = this.read(tree.part);
      return part && { is: "not", part };
    }
    const parts = tree.parts.flatMap((part) => this.read(part) ?? []);
    return parts.length > 1 ? { is: tree.is, parts } : parts[0];
  }

  #readKey(term: KeyTerm): ConditionTree | undefined {
    const key = readKey(term.key, this.#questionIds);
    if (!key) {
      const nearest = nearestKey(term.key, this.#questionIds);
      const { corrected } = this.#correct(term, nearest && { key: nearest });
      const { key: said } = term;
      this.problems.push({
        reason: "unknown-key",
        key: said,
        nearest,
        corrected,
      });
      const text = `${said} ${term.value}`;
      return readWordsTerm({ is: "words", text, isPrefix: term.isPrefix });
    }
    if ("key" in key && key.key === "sort") return this.#readSort(term);
    const condition = readKeyTerm(key, term, this.#known);
    if (!condition) this.#tellValue(term, valuesOf(key, this.#known));
    return condition;
  }

  #readSort(term: KeyTerm): undefined {
    const said = term.value.toLowerCase();
    const sort = queueSorts.find((one) => one === said);
    if (sort) this.sort = sort;
    else this.#tellValue(term, queueSorts);
  }

  #tellValue(term: KeyTerm, values: readonly string[]) {
    const { key, value } = term;
    const nearest = nearestOf(value, values);
    const { corrected } = this.#correct(term, nearest && { value: nearest });
    this.problems.push({
      reason: "unknown-value",
      key,
      value,
      nearest,
      corrected,
    });
  }

  #correct(term: KeyTerm, change: Partial<KeyTerm> | undefined | "") {
    if (!change) return { corrected: undefined };
    const whole = replaced(this.#whole, term, { ...term, ...change });
    return { corrected: printQuery(whole) };
  }
}

/** A search with another term in the place of one, or with none. */
function replaced(
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
      return /^(q\d+|note|memo)$/.test(tree.key)
        ? [toSearchTerm(tree.value, tree.isPrefix)]
        : [];
  }
}
