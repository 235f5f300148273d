import { toNameKey } from "../text/name-keys.ts";
import { z } from "zod";
import { queueSorts, type QueueSort } from "#app/db/column-values.ts";
import { tidyText } from "../text/foreign-text.ts";
import { maxQueryLetters, type QueryTree, readQuery } from "./queue-query.ts";
import { doubleQuote } from "./queue-query-tokens.ts";

/** A search with a name and an order. */
export type SavedView = {
  viewId: number;
  name: string;
  nameKey: string;
  q: string;
  /** Undefined for the order that goes without saying. */
  sort: QueueSort | undefined;
  isShared: boolean;
  ownerId: string;
  rowVersion: number;
};

export type ListedView = SavedView & { ownerName: string };

export const maxViewNameCharacters = 60;
/** Of one person. */
export const maxViewsOfOne = 100;

/** What can be the matter with a view; a screen says it. */
export type ViewProblem =
  | "view-name-missing"
  | "view-name-too-long"
  | "view-name-quotes"
  | "view-search-missing"
  | "view-search-too-long";

const because = (problem: ViewProblem) => problem;

const tidied = (missing: ViewProblem) =>
  z.string({ error: missing }).max(100_000).transform(tidyText);

const name = tidied("view-name-missing")
  .transform((typed) => typed.replace(/\s+/g, " "))
  .pipe(
    z
      .string(because("view-name-missing"))
      .min(1, because("view-name-missing"))
      .max(maxViewNameCharacters, because("view-name-too-long"))
      // In a search it stands in quotes.
      .refine((typed) => !doubleQuote.test(typed), because("view-name-quotes")),
  );

const words = {
  name,
  q: tidied("view-search-missing").pipe(
    z
      .string(because("view-search-missing"))
      .min(1, because("view-search-missing"))
      .max(maxQueryLetters, because("view-search-too-long")),
  ),
  sort: z
    .enum(["", ...queueSorts])
    .optional()
    .transform((sort) => sort || undefined),
  shared: z
    .literal("yes")
    .optional()
    .transform((shared) => shared === "yes"),
};

export const newViewSchema = z.object(words);
export const changedViewSchema = z.object({
  ...words,
  rowVersion: z.coerce.number().int(),
});

type Named = Pick<SavedView, "name" | "nameKey" | "q" | "isShared">;

/**
 * The view that a name means, of those that somebody may use: their own before
 * one that is shared. What a shared view names is shared: it says the same to everybody.
 */
export function findNamedView<View extends Named & { ownerId: string }>(
  views: readonly View[],
  typed: string,
  asker: { me: string; within: readonly Named[] },
): View | undefined {
  const key = toNameKey(typed);
  const isWithinShared = asker.within.some(({ isShared }) => isShared);
  const called = views.filter(
    ({ nameKey, isShared }) => nameKey === key && (isShared || !isWithinShared),
  );
  const own = called.find(({ ownerId }) => ownerId === asker.me);
  return isWithinShared
    ? called[0]
    : (own ?? called.find(({ isShared }) => isShared));
}

export const viewKey = "view";

/** The names of the views that a search stands on. */
export function viewNamesIn(q: string): string[] {
  const { tree } = readQuery(q);
  return tree ? namesIn(tree) : [];
}

function namesIn(tree: QueryTree): string[] {
  if (tree.is === "words") return [];
  if (tree.is === "key") return tree.key === viewKey ? [tree.value] : [];
  if (tree.is === "not") return namesIn(tree.part);
  return tree.parts.flatMap(namesIn);
}

/** The names from a view back to itself; undefined where it stands on others only. */
export function findCircle<View extends Named & { ownerId: string }>(
  views: readonly View[],
  start: View,
  me: string,
): string[] | undefined {
  const done = new Set<View>();
  function walk(view: View, within: View[]): string[] | undefined {
    const path = [...within, view];
    for (const typed of viewNamesIn(view.q)) {
      const next = findNamedView(views, typed, { me, within: path });
      if (next === start) return [...path, start].map((one) => one.name);
      if (!next || done.has(next)) continue;
      done.add(next);
      const circle = walk(next, path);
      if (circle) return circle;
    }
    return undefined;
  }
  return walk(start, []);
}
