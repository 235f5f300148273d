import {
  type ConditionTree,
  type QueueSort,
  queueSorts,
} from "./queue-conditions.ts";
import { type KnownKey, nearestKey, nearestOf, readKey } from "./queue-keys.ts";
import { type QueueKnown, questionIdsOf } from "./queue-known.ts";
import {
  eitherOf,
  replaced,
  withMend,
  withNextBehind,
} from "./queue-query-parts.ts";
import { printQuery } from "./queue-query-print.ts";
import type { QueueProblem } from "./queue-problem.ts";
import {
  type KeyTerm,
  type QueryTree,
  readQuery,
  type WordsTerm,
} from "./queue-query.ts";
import { readKeyTerm, readWordsTerm } from "./queue-terms.ts";
import { valuesFor, valuesOf } from "./queue-values.ts";
import { findNamedView, type SavedView } from "./views.ts";

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
  const reading = new MeaningReader({ known, whole: tree });
  const conditions = tree && reading.read(tree);
  return {
    conditions,
    sort: reading.sort ?? reading.sortOfView,
    problems: [...withMend(tree, problems), ...reading.problems],
    isEmpty: typed.trim() !== "" && tree === undefined,
  };
}

/** So many terms a search can have together with those of its views: each is a condition of one statement. */
export const maxTermsWithViews = 120;

type Reading = {
  known: QueueKnown;
  /** What was typed, for what it was likely meant to be; none of a view's. */
  whole: QueryTree | undefined;
  /** The views that are being read, the outermost first. */
  within?: readonly SavedView[];
  /** Terms read so far, of the search and its views together. */
  read?: { terms: number };
};

class MeaningReader {
  readonly problems: QueueProblem[] = [];
  sort: QueueSort | undefined;
  sortOfView: QueueSort | undefined;
  readonly #known: QueueKnown;
  readonly #questionIds: ReadonlySet<string>;
  readonly #whole: QueryTree | undefined;
  readonly #within: readonly SavedView[];
  readonly #read: { terms: number };

  constructor({ known, whole, within = [], read = { terms: 0 } }: Reading) {
    this.#known = known;
    this.#whole = whole;
    this.#within = within;
    this.#read = read;
    this.#questionIds = questionIdsOf(known);
  }

  read(tree: QueryTree): ConditionTree | undefined {
    if (tree.is === "words" || tree.is === "key") return this.#readTerm(tree);
    if (tree.is === "not") {
      const part = this.read(tree.part);
      return part && { is: "not", part };
    }
    this.#tellSmallOr(tree);
    const parts = tree.parts.flatMap((part) => this.read(part) ?? []);
    return parts.length > 1 ? { is: tree.is, parts } : parts[0];
  }

  #readTerm(term: WordsTerm | KeyTerm): ConditionTree | undefined {
    this.#read.terms += 1;
    if (this.#read.terms <= maxTermsWithViews)
      return term.is === "words" ? this.#readWords(term) : this.#readKey(term);
    if (this.#read.terms === maxTermsWithViews + 1)
      this.problems.push({ reason: "too-many-terms", most: maxTermsWithViews });
    return undefined;
  }

  /** Between two others `or` is looked for as a word; most who type it mean one or the other. */
  #tellSmallOr(tree: QueryTree) {
    const either = this.#whole && eitherOf(tree);
    if (!either) return;
    const whole = replaced(this.#whole, tree, either);
    const corrected = printQuery(whole);
    const meant = corrected;
    this.problems.push({ reason: "own-word", word: "or", meant, corrected });
  }

  /** Whoever types `mine` alone may look for their own work, or for the word. */
  #readWords(term: WordsTerm): ConditionTree {
    const { text, isPrefix } = term;
    if (this.#whole === term && !isPrefix && /^(mine|me)$/i.test(text))
      this.problems.push({
        reason: "own-word",
        word: text,
        meant: "with:me",
        corrected: "with:me",
      });
    return readWordsTerm(term);
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
    if (term.value === "") return this.#tellNoValue(term, key);
    if ("key" in key && key.key === "sort") return this.#readSort(term);
    if ("key" in key && key.key === "view") return this.#readView(term);
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

  #readView(term: KeyTerm): ConditionTree | undefined {
    const { views, me } = this.#known;
    const within = this.#within;
    const view = findNamedView(views, term.value, { me, within });
    if (!view) {
      this.#tellValue(term, valuesOf({ key: "view" }, this.#known));
      return undefined;
    }
    const path = [...within, view];
    if (within.includes(view)) {
      const names = path.slice(within.indexOf(view)).map(({ name }) => name);
      this.problems.push({ reason: "circle", names });
      return undefined;
    }
    const { tree, problems } = readQuery(view.q);
    const [known, read] = [this.#known, this.#read];
    const inside = new MeaningReader({
      known,
      whole: undefined,
      within: path,
      read,
    });
    const condition = tree && inside.read(tree);
    const told = [...problems, ...inside.problems];
    this.problems.push(...told.map((one) => ({ inView: view.name, ...one })));
    this.sortOfView ??= inside.sort ?? inside.sortOfView ?? view.sort;
    return condition;
  }

  /** With the word after it as what it was meant to find: `tag: kinship`. */
  #tellNoValue(term: KeyTerm, key: KnownKey): undefined {
    const whole = this.#whole && withNextBehind(this.#whole, term);
    this.problems.push({
      reason: "no-value",
      key: term.key,
      of: "key" in key ? key.key : undefined,
      values: valuesFor(term.key, key, this.#known),
      corrected: whole && printQuery(whole),
    });
  }

  #tellValue(term: KeyTerm, values: readonly string[]) {
    const { key, value } = term;
    const nearest = nearestOf(value, values);
    const { corrected } = this.#correct(term, nearest && { value: nearest });
    this.problems.push({
      reason: "unknown-value",
      key,
      value,
      values,
      nearest,
      corrected,
    });
  }

  #correct(term: KeyTerm, change: Partial<KeyTerm> | undefined | "") {
    if (!change || !this.#whole) return { corrected: undefined };
    const whole = replaced(this.#whole, term, { ...term, ...change });
    return { corrected: printQuery(whole) };
  }
}
