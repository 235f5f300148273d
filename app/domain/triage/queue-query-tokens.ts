import { isNameOfKey } from "./queue-keys.ts";

/** What a search is made of, as it stands in the text: signs, words and what stands in quotes. */
export type QueryToken =
  | { is: "open" | "close" | "or" | "not" }
  /** `key:`, with what belongs to it in the next token. */
  | { is: "key"; key: string }
  | { is: "text"; text: string; isPrefix: boolean };

/** Straight, curly, low, pointed, primes and full-width: whatever a keyboard or a word processor makes. */
export const doubleQuote =
  /["\u201C-\u201F\u00AB\u00BB\u2033\u301D-\u301F\uFF02]/u;
const singleOpening = /['\u2018\u201A\u201B\u2039\uFF07]/u;
/** One that ends a word, else it is an apostrophe. */
const singleClosing = /['\u2018\u2019\u203A\uFF07](?=$|[\s()])/gu;
const endOfWord = /[\s()]/u;
/** A full-width colon is one too. */
const keyShape = /^(\p{L}[\p{L}\p{N}_-]*)[:\uFF1A](.*)$/su;
const wordSign = /[\p{L}\p{N}]/u;
const moreThanWords = /[():\uFF1A|*]|(^|\s)(-\S|(OR|AND|NOT)(\s|$))/u;
const quotesAlone = /^['\u2018\u2019\u201A\u201B]+$/u;

/** A double quote without another. A single one is an apostrophe then. */
export type QuoteProblem =
  | {
      reason: "open-quote";
      /** Words alone stand behind it: a key or an operator there is hardly meant as one. */
      isSure: boolean;
    }
  | { reason: "lone-quote" };

/** Reads a search into its tokens. Every text has some reading: a quote that is not closed goes on to the end. */
export function readTokens(text: string) {
  const tokens: QueryToken[] = [];
  const reader = new Reader(text);
  for (; !reader.isAtEnd();) tokens.push(...reader.next());
  return { tokens, problems: reader.problems() };
}

class Reader {
  readonly #text: string;
  #at = 0;
  #hasNoClosing = false;
  #behindOpen: string | undefined;
  #hasLone = false;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  problems(): QuoteProblem[] {
    const problems: QuoteProblem[] = [];
    const behind = this.#behindOpen;
    if (behind !== undefined)
      problems.push({
        reason: "open-quote",
        isSure: !moreThanWords.test(behind),
      });
    if (this.#hasLone) problems.push({ reason: "lone-quote" });
    return problems;
  }

  next(): QueryToken[] {
    const sign = this.#text.charAt(this.#at);
    if (/\s/u.test(sign)) return this.#skip();
    if (sign === "(") return this.#sign("open");
    if (sign === ")") return this.#sign("close");
    if (/[-\u2212]/u.test(sign) && this.#isBeforeTerm())
      return this.#sign("not");
    return this.#quoted() ?? this.#word();
  }

  #skip(): [] {
    this.#at += 1;
    return [];
  }

  #sign(is: "open" | "close" | "not"): QueryToken[] {
    this.#at += 1;
    return [{ is }];
  }

  /** A dash says "not" before a term only: alone it is a dash. */
  #isBeforeTerm(): boolean {
    const after = this.#text.charAt(this.#at + 1);
    return after !== "" && !/[\s)]/u.test(after);
  }

  #quoted(): QueryToken[] | undefined {
    const sign = this.#text.charAt(this.#at);
    if (doubleQuote.test(sign)) return this.#doubleQuoted();
    if (!singleOpening.test(sign)) return undefined;
    const closing = this.#closingSingle();
    return closing === undefined ? this.#skip() : this.#upTo(closing);
  }

  /** Behind a word and before none it opens nothing: of `5'10"` it is the inches. */
  #doubleQuoted(): QueryToken[] {
    const before = this.#text.charAt(this.#at - 1);
    const rest = this.#text.slice(this.#at + 1);
    const isKeysOwn = /[:\uFF1A]/u.test(before);
    if (wordSign.test(before) && /^($|[\s()])/u.test(rest)) {
      this.#hasLone ||= !/\d/.test(before);
      return this.#skip();
    }
    const found = rest.search(doubleQuote);
    if (found >= 0) return this.#upTo(this.#at + 1 + found);
    if (wordSign.test(rest)) this.#behindOpen = rest;
    else if (!isKeysOwn) this.#hasLone = true;
    return this.#upTo(this.#text.length);
  }

  /** Where none is found none is later on: it is looked for once. */
  #closingSingle(): number | undefined {
    if (this.#hasNoClosing) return undefined;
    singleClosing.lastIndex = this.#at + 1;
    const index = singleClosing.exec(this.#text)?.index;
    this.#hasNoClosing = index === undefined;
    return index;
  }

  #upTo(closing: number): QueryToken[] {
    const text = this.#text.slice(this.#at + 1, closing).trim();
    this.#at = closing + 1;
    const isPrefix = this.#text.charAt(this.#at) === "*";
    if (isPrefix) this.#at += 1;
    return [{ is: "text", text, isPrefix }];
  }

  #word(): QueryToken[] {
    const start = this.#at;
    while (!this.isAtEnd() && !this.#isWordEnd()) this.#at += 1;
    return toTokens(this.#text.slice(start, this.#at), {
      isBeforeMore: !/^(\s|\)|$)/u.test(
        this.#text.slice(this.#at, this.#at + 1),
      ),
    });
  }

  #isWordEnd(): boolean {
    const sign = this.#text.charAt(this.#at);
    return endOfWord.test(sign) || doubleQuote.test(sign);
  }
}

/** @param isBeforeMore a quote or a bracket follows at once, which a key takes as its own. */
function toTokens(
  word: string,
  { isBeforeMore }: { isBeforeMore: boolean },
): QueryToken[] {
  if (word === "OR" || word === "|") return [{ is: "or" }];
  if (word === "NOT") return [{ is: "not" }];
  if (word === "AND") return [];
  const [, key, value = ""] = keyShape.exec(word) ?? [];
  if (key === undefined || value.startsWith("//")) return plainWord(word);
  const token = { is: "key" as const, key: key.toLowerCase() };
  if (value !== "") return [token, ...valueOf(value)];
  if (isBeforeMore) return [token];
  // Of a key that is one of ours it is told that nothing stands behind it; in a sentence it is a word.
  return isNameOfKey(token.key) ? [token, nothing] : plainWord(key);
}

const nothing = { is: "text" as const, text: "", isPrefix: false };

function plainWord(word: string): QueryToken[] {
  const isPrefix = /[\p{L}\p{N}]\*+$/u.test(word);
  const text = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
  return text === "" ? [] : [{ is: "text", text, isPrefix }];
}

/** Of a key the signs count: `>3d`, `2026-11-01..`. */
function valueOf(value: string): QueryToken[] {
  if (quotesAlone.test(value)) return [nothing];
  const [, quoted] = /^['\u2018](.+)['\u2019]$/su.exec(value) ?? [];
  const isPrefix = /[\p{L}\p{N}]\*+$/u.test(value);
  const text = (quoted ?? value).replace(isPrefix ? /\*+$/ : /$^/, "");
  return [{ is: "text", text, isPrefix }];
}
