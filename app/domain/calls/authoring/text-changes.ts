import { isSameJson } from "../../text/canonical-json.ts";
import { type Part, partsOf, type WorkingCopy } from "./working-copy.ts";

/** A text or a setting that would be another one, where both are there. */
export type ChangedText = {
  /** Of what stands on no page and is none of the call's own words. */
  part?: "section" | "equality";
  pageId?: string;
  questionId?: string;
  /** From its page, its question or the call on: ["hint", "en"], ["choices", "carer", "label", "en"]. */
  path: string[];
  /** Undefined where there was none, or would be none. */
  before: string | undefined;
  after: string | undefined;
};

/** Every text and setting of a call's own words, of its sections, of what it asks about the person and of its pages that would change; of a page that comes or goes, all. */
export function textChangesOf(
  before: WorkingCopy,
  after: WorkingCopy,
): ChangedText[] {
  const old = leavesOfParts(partsUnlike(before, after));
  const now = leavesOfParts(partsUnlike(after, before));
  const places = [...new Set([...now.keys(), ...old.keys()])];
  return places
    .filter((place) => old.get(place)?.text !== now.get(place)?.text)
    .flatMap((place) => {
      const leaf = now.get(place) ?? old.get(place);
      if (!leaf) return [];
      const texts = {
        before: old.get(place)?.text,
        after: now.get(place)?.text,
      };
      return [{ ...locate(leaf.way), ...texts }];
    });
}

type Leaf = { way: string[]; text: string };

/** The parts of a copy that another does not have just so: in the others there is nothing to look for. */
function partsUnlike(copy: WorkingCopy, other: WorkingCopy): Part[] {
  const nameOf = ({ kind, key }: Part) => `${kind} ${key}`;
  const known = new Map(
    partsOf(other).map((part) => [nameOf(part), part.body]),
  );
  return partsOf(copy).filter(
    (part) =>
      part.kind !== "condition" &&
      !isSameJson(known.get(nameOf(part)), part.body),
  );
}

function leavesOfParts(parts: Part[]): Map<string, Leaf> {
  const leaves = parts.flatMap(({ kind, key, body }) =>
    leavesOf(body, [kind, key]),
  );
  return new Map(leaves.map((leaf) => [JSON.stringify(leaf.way), leaf]));
}

/** The texts, numbers and switches in a value, each with the way to it: by ids where a list has them, so that what moved is the same. */
function leavesOf(value: unknown, way: string[]): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) =>
      leavesOf(one, [...way, idOf(one) ?? String(index)]),
    );
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : leavesOf(member, [...way, name]),
    );
  return [{ way, text: String(value) }];
}

function idOf(one: unknown): string | undefined {
  if (typeof one !== "object" || one === null) return undefined;
  const { id, value } = one as { id?: unknown; value?: unknown };
  if (typeof id === "string") return id;
  return typeof value === "string" ? value : undefined;
}

function locate([kind, key = "", ...path]: string[]): Omit<
  ChangedText,
  "before" | "after"
> {
  if (kind === "section" || kind === "equality") return { part: kind, path };
  if (kind !== "page") return { path };
  const [list, questionId = "", ...rest] = path;
  return list === "questions"
    ? { pageId: key, questionId, path: rest }
    : { pageId: key, path };
}
