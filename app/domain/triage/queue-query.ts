import {
  cutWords,
  maxSearchCharacters,
  maxSearchWords,
} from "#app/db/search-words.ts";
import { normaliseText } from "../text/foreign-text.ts";
import {
  type QueryToken,
  type QuoteProblem,
  readTokens,
} from "./queue-query-tokens.ts";

/*
 * The language of a search: words, phrases in any quotes, `word*`, `key:value`,
 * OR, NOT or a dash before a term, and brackets. What stands side by side must
 * all be so. Reading never fails: whatever cannot be meant is told as a problem.
 */

export type QueryTree =
  | { is: "and" | "or"; parts: QueryTree[] }
  | { is: "not"; part: QueryTree }
  | WordsTerm
  | KeyTerm;

/** A word, or words that stand together in this order. */
export type WordsTerm = { is: "words"; text: string; isPrefix: boolean };
export type KeyTerm = {
  is: "key";
  key: string;
  /** Empty where nothing stands behind the key. */
  value: string;
  isPrefix: boolean;
};

export type QueryProblem =
  | { reason: "too-long"; letters: number; most: number }
  | { reason: "too-deep"; most: number }
  | { reason: "too-many-terms"; most: number }
  /** A phrase goes on past the words that are looked for side by side. */
  | { reason: "long-phrase"; most: number }
  | { reason: "open-bracket" | "surplus-bracket"; brackets: number }
  | QuoteProblem;

export type ReadQuery = {
  /** Undefined where nothing was asked for. */
  tree: QueryTree | undefined;
  problems: QueryProblem[];
};

export const maxQueryLetters = maxSearchCharacters;
export const maxQueryDepth = 20;
/** Each is a condition of the statement that the engine is asked. */
export const maxQueryTerms = 40;

/** Reads what was typed. One that is longer than allowed asks for nothing: part of it would find something else. */
export function readQuery(typed: string): ReadQuery {
  const letters = typed.length;
  if (letters > maxQueryLetters)
    return {
      tree: undefined,
      problems: [{ reason: "too-long", letters, most: maxQueryLetters }],
    };
  // An engine takes U+0000 for the end of a text.
  const text = normaliseText(typed, "NFC").replaceAll("\0", " ");
  const { tokens, problems } = readTokens(text);
  const parser = new Parser(tokens);
  const tree = parser.read();
  const told = [...parser.problems(), ...tellBrackets(tokens), ...problems];
  return { tree, problems: told };
}

function tellBrackets(tokens: readonly QueryToken[]): QueryProblem[] {
  let [open, surplus] = [0, 0];
  for (const { is } of tokens)
    if (is === "open") open += 1;
    else if (is === "close" && open > 0) open -= 1;
    else if (is === "close") surplus += 1;
  return [
    { reason: "open-bracket" as const, brackets: open },
    { reason: "surplus-bracket" as const, brackets: surplus },
  ].filter(({ brackets }) => brackets > 0);
}

const holdsWord = /[\p{L}\p{N}]/u;

type Told = { isTooDeep: boolean; isTooMany: boolean; isCut: boolean };

class Parser {
  readonly #tokens: QueryToken[];
  readonly #told: Told = {
    isTooDeep: false,
    isTooMany: false,
    isCut: false,
  };
  #at = 0;
  #depth = 0;
  #terms = 0;

  constructor(tokens: QueryToken[]) {
    this.#tokens = tokens;
  }

  problems(): QueryProblem[] {
    const problems: QueryProblem[] = [];
    if (this.#told.isTooDeep)
      problems.push({ reason: "too-deep", most: maxQueryDepth });
    if (this.#told.isTooMany)
      problems.push({ reason: "too-many-terms", most: maxQueryTerms });
    if (this.#told.isCut)
      problems.push({ reason: "long-phrase", most: maxSearchWords });
    return problems;
  }

  /** A bracket that closes nothing is read as opened at the start. */
  read(): QueryTree | undefined {
    let tree = this.#anyOf(undefined);
    while (this.#at < this.#tokens.length) {
      this.#at += 1;
      tree = this.#anyOf(undefined, tree);
    }
    return tree;
  }

  /**
   * @param key whose values these are, in its brackets.
   * @param before what stands in front of the first of them.
   */
  #anyOf(key: string | undefined, before?: QueryTree): QueryTree | undefined {
    const parts: QueryTree[] = [];
    let first = before;
    do {
      const part = this.#allOf(key, first);
      first = undefined;
      if (part) parts.push(part);
    } while (this.#take("or"));
    return joined("or", parts);
  }

  #allOf(key: string | undefined, before?: QueryTree): QueryTree | undefined {
    const parts: QueryTree[] = before ? [before] : [];
    for (;;) {
      const next = this.#tokens[this.#at];
      if (!next || next.is === "or" || next.is === "close") break;
      const part = this.#negated(key);
      if (part) parts.push(part);
    }
    return joined("and", parts);
  }

  #negated(key: string | undefined): QueryTree | undefined {
    let isNegated = false;
    while (this.#take("not")) isNegated = !isNegated;
    const part = this.#term(key);
    return part && isNegated ? negated(part) : part;
  }

  #term(key: string | undefined): QueryTree | undefined {
    const token = this.#tokens[this.#at];
    if (!token || token.is === "or" || token.is === "close") return undefined;
    this.#at += 1;
    if (token.is === "open")
      return (
        this.#bracket(key) ?? (key === undefined ? undefined : this.#empty(key))
      );
    if (token.is === "key") return this.#term(token.key);
    if (token.is !== "text") return undefined;
    const { isPrefix } = token;
    const text = this.#cut(token.text);
    if (key === undefined && !holdsWord.test(text)) return undefined;
    this.#terms += 1;
    if (this.#terms > maxQueryTerms) {
      this.#told.isTooMany = true;
      return undefined;
    }
    return key === undefined
      ? { is: "words", text, isPrefix }
      : { is: "key", key, value: text, isPrefix };
  }

  /** A key that has brackets with nothing in them. */
  #empty(key: string): QueryTree | undefined {
    if (this.#told.isTooDeep || this.#told.isTooMany) return undefined;
    return { is: "key", key, value: "", isPrefix: false };
  }

  #cut(text: string): string {
    const words = [...cutWords(text)];
    if (words.length <= maxSearchWords) return text;
    this.#told.isCut = true;
    return text.slice(0, words[maxSearchWords - 1]?.end);
  }

  /** Deeper than allowed, brackets are passed over. */
  #bracket(key: string | undefined): QueryTree | undefined {
    if (this.#depth >= maxQueryDepth) {
      this.#told.isTooDeep = true;
      return undefined;
    }
    this.#depth += 1;
    const inside = this.#anyOf(key);
    this.#depth -= 1;
    this.#take("close");
    return inside;
  }

  #take(is: QueryToken["is"]): boolean {
    if (this.#tokens[this.#at]?.is !== is) return false;
    this.#at += 1;
    return true;
  }
}

/** Those of the same kind are one; one alone is itself. */
export function joined(
  is: "and" | "or",
  parts: readonly QueryTree[],
): QueryTree | undefined {
  const flat = parts.flatMap((part) => (part.is === is ? part.parts : [part]));
  return flat.length > 1 ? { is, parts: flat } : flat[0];
}

function negated(part: QueryTree): QueryTree {
  return part.is === "not" ? part.part : { is: "not", part };
}
