import { type Part, partsOf, type WorkingCopy } from "../working-copy.ts";
import { type CallWords, languages } from "../../languages.ts";

/*
 * Every text of a call that can be translated, found by what it is and not by
 * a list: what a definition says in words is there because it is words.
 */

/** One text, by the way to it: ids of pages and questions and values of options, so that what moved is the same. */
export type CallText = {
  /** "page/who/intro", "question/role/choices/carer/label". */
  id: string;
  part: Pick<Part, "kind" | "key">;
  /** The id apart: ["question", "role", "choices", "carer", "label"]. */
  way: string[];
  words: CallWords;
};

/** Every text of a working copy, in the order in which people read them. */
export function textsOf(copy: WorkingCopy): CallText[] {
  return partsOf(copy).flatMap(textsOfPart);
}

/** What stands in a body that stays: it is counted on one screen for each language and part. */
const known = new WeakMap<Part["body"], readonly CallText[]>();

/** The texts of one part. */
export function textsOfPart(part: Part): readonly CallText[] {
  const texts = known.get(part.body) ?? findTexts(part);
  known.set(part.body, texts);
  return texts;
}

function findTexts({ kind, key, body }: Part): CallText[] {
  const found: CallText[] = [];
  mapTexts(body, startOf({ kind, key }), (words, way) => {
    found.push({ id: way.join("/"), part: { kind, key }, way, words });
    return words;
  });
  return found;
}

/**
 * The copy with other words in some places.
 *
 * @param change given each text with its id; gives back the same words where they stay
 */
export function changeTexts(
  copy: WorkingCopy,
  change: (words: CallWords, id: string) => CallWords,
): WorkingCopy {
  const changed = <Kind extends Part["kind"]>(part: Part<Kind>): Part<Kind> => {
    const body = mapTexts(part.body, startOf(part), (words, way) =>
      change(words, way.join("/")),
    );
    return { ...part, body: body as Part<Kind>["body"] };
  };
  return {
    ...copy,
    about: changed(copy.about),
    pages: copy.pages.map(changed),
    sections: copy.sections.map(changed),
    equality: copy.equality && changed(copy.equality),
  };
}

function startOf({ kind, key }: Pick<Part, "kind" | "key">): string[] {
  return kind === "about" || kind === "equality" ? [kind] : [kind, key];
}

type Change = (words: CallWords, way: string[]) => CallWords;

function mapTexts(value: unknown, way: string[], change: Change): unknown {
  if (isWords(value)) return change(value, way);
  if (Array.isArray(value))
    return value.map((one: unknown, index) =>
      mapTexts(one, wayOf(one, index, way), change),
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      mapTexts(member, [...way, name], change),
    ]),
  );
}

const namesOfWords: readonly string[] = [...languages, "madeFrom"];

function isWords(value: unknown): value is CallWords {
  if (typeof value !== "object" || value === null) return false;
  return (
    typeof (value as { en?: unknown }).en === "string" &&
    Object.keys(value).every((name) => namesOfWords.includes(name))
  );
}

/** A question of a page is found by its id alone, wherever it is moved to. */
function wayOf(one: unknown, index: number, way: string[]): string[] {
  const { id, value } = (one ?? {}) as { id?: unknown; value?: unknown };
  if (typeof id === "string" && way[0] !== "equality")
    if (way.at(-1) === "questions") return ["question", id];
  const name = typeof id === "string" ? id : value;
  return [...way, typeof name === "string" ? name : String(index)];
}
