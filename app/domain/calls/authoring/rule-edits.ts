import { type Condition, conditionSchema, type Rule } from "../conditions.ts";
import { findPart, withPage } from "./edits.ts";
import { newId } from "./new-ids.ts";
import { canBeChosen, type ChosenPart, toPart } from "./rule-parts.ts";
import { changeLevel, type Join, type LevelPath, placed } from "./rule-tree.ts";
import { rulesNaming } from "./rules-looking-at.ts";
import { type Part, seenOf, type WorkingCopy } from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/* The changes that can be made of the rules by which pages are shown. */

const maxRules = 100;

type OfRule = { ruleId: string; seen: string };
type Met = "gone" | "changed-meanwhile";

/** A rule of a working copy; undefined where there is none of that id. */
export function findRule(
  copy: WorkingCopy,
  ruleId: string,
): Part<"condition"> | undefined {
  return copy.conditions.find(({ key }) => key === ruleId);
}

/**
 * Makes a rule of one part.
 *
 * @param of.pageId the page that is shown by it from then on
 * @param of.seen what `seenOf` said of that page
 * @param of.taken ids of rules that the call has or had in any version
 */
export function addRule(
  copy: WorkingCopy,
  of: {
    part: ChosenPart;
    pageId: string | undefined;
    seen: string;
    taken: ReadonlySet<string>;
  },
): Edit<Met | "rules-full" | "part-unknown"> {
  const { part, pageId, seen, taken } = of;
  const page = pageId === undefined ? undefined : findPart(copy, pageId);
  if (pageId !== undefined && !page) return { refused: "gone" };
  if (page && seenOf(copy, page) !== seen)
    return { refused: "changed-meanwhile" };
  if (copy.conditions.length >= maxRules) return { refused: "rules-full" };
  if (!canBeChosen(copy, part, { pageId })) return { refused: "part-unknown" };
  const here = copy.conditions.map(({ key }) => key);
  const id = newId("rule", {
    taken: new Set([...taken, ...here]),
    kind: "rule",
  });
  const body: Condition = { id, rule: toPart(part) };
  const made = { kind: "condition" as const, key: id, rowVersion: 0, body };
  const after = { ...copy, conditions: [...copy.conditions, made] };
  return {
    after: page
      ? withPage(after, page.key, { ...page.body, showIf: id })
      : after,
    did: { what: "rule-added", key: id },
  };
}

/** Puts a part in the place of another, or after the others of its level. */
export function savePart(
  copy: WorkingCopy,
  of: OfRule & {
    path: LevelPath;
    /** Undefined for one more. */
    nth: number | undefined;
    part: ChosenPart;
  },
): Edit<Met | "part-unknown" | "rule-too-big"> {
  const { ruleId, path, nth, part } = of;
  if (!canBeChosen(copy, part, { ruleId })) return { refused: "part-unknown" };
  return withRule(copy, of, ({ rule, ...body }) => {
    const changed = changeLevel(rule, path, ({ join, parts }) => ({
      join,
      parts:
        nth === undefined
          ? [...parts, toPart(part)]
          : placed(parts, nth, toPart(part)),
    }));
    return { ...body, rule: changed ?? rule };
  });
}

/** Takes a part away; the last is the rule itself. */
export function removePart(
  copy: WorkingCopy,
  of: OfRule & { path: LevelPath; nth: number },
): Edit<Met | "last-part" | "rule-too-big"> {
  const rest = (rule: Rule) =>
    changeLevel(rule, of.path, ({ join, parts }) => ({
      join,
      parts: placed(parts, of.nth, undefined),
    }));
  const rule = findRule(copy, of.ruleId)?.body.rule;
  if (rule && rest(rule) === undefined) return { refused: "last-part" };
  return withRule(copy, of, (body) => ({
    ...body,
    rule: rest(body.rule) ?? body.rule,
  }));
}

/** Another name of a rule, and another way in which the parts of a level are joined. */
export function changeRule(
  copy: WorkingCopy,
  of: OfRule & { path: LevelPath; name: string; join?: Join | undefined },
): Edit<Met | "rule-too-big"> {
  const { path, name, join } = of;
  return withRule(copy, of, ({ id, rule }) => {
    const changed =
      join && changeLevel(rule, path, ({ parts }) => ({ join, parts }));
    return { id, ...(name && { name }), rule: changed ?? rule };
  });
}

function withRule(
  copy: WorkingCopy,
  { ruleId, seen }: OfRule,
  change: (body: Condition) => Condition,
): Edit<Met | "rule-too-big"> {
  const rule = findRule(copy, ruleId);
  if (!rule) return { refused: "gone" };
  if (seenOf(copy, rule) !== seen) return { refused: "changed-meanwhile" };
  const read = conditionSchema.safeParse(change(rule.body));
  if (!read.success) return { refused: "rule-too-big" };
  const conditions = copy.conditions.map((one) =>
    one.key === ruleId ? { ...one, body: read.data } : one,
  );
  return {
    after: { ...copy, conditions },
    did: { what: "rule", key: ruleId },
  };
}

/**
 * Takes a rule away, and off the pages that are shown by it: everybody is asked
 * these then. One that other rules name stays.
 *
 * @param of.shown the pages that somebody was told of
 */
export function removeRule(
  copy: WorkingCopy,
  { ruleId, seen, shown }: OfRule & { shown: readonly string[] },
): Edit<Met | "rule-named"> {
  const rule = findRule(copy, ruleId);
  if (!rule) return { refused: "gone" };
  const pages = pagesUnder(copy, ruleId);
  const isSame = pages.join() === shown.join();
  if (seenOf(copy, rule) !== seen || !isSame)
    return { refused: "changed-meanwhile" };
  if (rulesNaming(copy, ruleId).some((id) => id !== ruleId))
    return { refused: "rule-named" };
  return {
    after: {
      ...copy,
      conditions: copy.conditions.filter(({ key }) => key !== ruleId),
      pages: copy.pages.map((page) =>
        pages.includes(page.key)
          ? { ...page, body: { ...page.body, showIf: undefined } }
          : page,
      ),
    },
    did: { what: "rule-removed", key: ruleId },
  };
}

/** The pages whose own rule it is. */
export function pagesUnder({ pages }: WorkingCopy, ruleId: string): string[] {
  return pages
    .filter(({ body }) => body.showIf === ruleId)
    .map(({ key }) => key);
}
