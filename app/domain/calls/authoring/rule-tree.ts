import type { Rule } from "../conditions.ts";

/*
 * A rule as a screen shows it: level by level, each with its parts and how they
 * are joined. A single comparison is a level of one part.
 */

export const joins = ["all", "any", "not-all", "not-any"] as const;
/** `not-any`: none of the parts may hold. */
export type Join = (typeof joins)[number];

export type Level = { join: Join; parts: Rule[] };

/** The way to a level from the top: which part of each. */
export type LevelPath = readonly number[];

/** How the parts of a rule are joined. */
export function levelOf(rule: Rule): Level {
  const { core, isNot } = withoutNots(rule);
  if ("all" in core)
    return { join: isNot ? "not-all" : "all", parts: core.all };
  if ("any" in core)
    return { join: isNot ? "not-any" : "any", parts: core.any };
  return { join: "all", parts: [rule] };
}

/** Whether it has parts of its own to look into. */
export function hasParts(rule: Rule): boolean {
  const { core } = withoutNots(rule);
  return "all" in core || "any" in core;
}

function withoutNots(
  rule: Rule,
  isNot = false,
): { core: Rule; isNot: boolean } {
  return "not" in rule ? withoutNots(rule.not, !isNot) : { core: rule, isNot };
}

/** The contrary of a rule, said in the shortest way. */
export function negated(rule: Rule): Rule {
  return "not" in rule ? rule.not : { not: rule };
}

function ruleOf({ join, parts }: Level): Rule | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const isNot = join === "not-all" || join === "not-any";
  if (parts.length === 1) return isNot ? negated(first) : first;
  const isAll = join === "all" || join === "not-all";
  const joined = isAll ? { all: parts } : { any: parts };
  return isNot ? { not: joined } : joined;
}

/** A level of a rule; undefined where there is none on that way. */
export function findLevel(rule: Rule, path: LevelPath): Level | undefined {
  const level = levelOf(rule);
  const [first, ...rest] = path;
  if (first === undefined) return level;
  const below = level.parts[first];
  return below && hasParts(below) ? findLevel(below, rest) : undefined;
}

/** The rule with another text of one level; undefined where nothing is left of it. */
export function changeLevel(
  rule: Rule,
  path: LevelPath,
  change: (level: Level) => Level,
): Rule | undefined {
  const level = levelOf(rule);
  const [first, ...rest] = path;
  if (first === undefined) return ruleOf(change(level));
  const below = level.parts[first];
  if (!below) return rule;
  const changed = changeLevel(below, rest, change);
  return ruleOf({ ...level, parts: placed(level.parts, first, changed) });
}

/** The parts with another in one's place, or without it. */
export function placed(
  parts: readonly Rule[],
  nth: number,
  part: Rule | undefined,
): Rule[] {
  return parts.flatMap((one, index) => (index === nth ? (part ?? []) : [one]));
}
