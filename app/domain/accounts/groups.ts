import { z } from "zod";
import { tidyText } from "../text/foreign-text.ts";

/** A group of the team: work that is with it is its members' to take. */
export type Group = {
  groupId: number;
  name: string;
  /** Those who are on the team, by name. */
  members: { staffId: string; name: string }[];
  rowVersion: number;
};

export const maxGroupNameCharacters = 60;
const maxMembers = 500;

/** A group in the place of a person, wherever somebody is named whom a response is with. */
export function assigneeOfGroup(groupId: number): string {
  return `group:${groupId}`;
}

/** The group that stands in the place of a person; undefined where it is a person. */
export function groupIdOf(assigneeId: string | null): number | undefined {
  const [, digits] = /^group:(\d{1,9})$/.exec(assigneeId ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The people and the groups among those whom something may be with. */
export function apartFromGroups(who: readonly string[]): {
  people: string[];
  groupIds: number[];
} {
  return {
    people: who.filter((id) => groupIdOf(id) === undefined),
    groupIds: who.flatMap((id) => groupIdOf(id) ?? []),
  };
}

/** How it stands in a row whom something is with: a person or a group, never both. */
export function toAssigneeColumns(assigneeId: string | null): {
  assignee_id: string | null;
  group_id: number | null;
} {
  const groupId = groupIdOf(assigneeId);
  return groupId === undefined
    ? { assignee_id: assigneeId, group_id: null }
    : { assignee_id: null, group_id: groupId };
}

/** The same, read again. */
export function assigneeOf(row: {
  assignee_id: string | null;
  group_id: number | null;
}): string | null {
  return row.group_id === null
    ? row.assignee_id
    : assigneeOfGroup(row.group_id);
}

/** What can be the matter with a group; a screen says it. */
export type GroupProblem =
  | "group-name-missing"
  | "group-name-too-long"
  | "group-name-quotes"
  | "group-name-taken";

const because = (problem: GroupProblem) => problem;
/** A search names a group in quotes, and these are said of nobody and of anybody. */
const quotes = /["\u201C-\u201F\u00AB\u00BB\u2033\u301D-\u301F\uFF02]/u;
const otherMeanings =
  /^(me|none|nobody|any|anyone|anybody|somebody|someone|my[ -]groups?)$/i;

const words = {
  name: z
    .string({ error: because("group-name-missing") })
    .max(10_000, because("group-name-too-long"))
    .transform((typed) => tidyText(typed).replace(/\s+/g, " "))
    .pipe(
      z
        .string(because("group-name-missing"))
        .min(1, because("group-name-missing"))
        .max(maxGroupNameCharacters, because("group-name-too-long"))
        .refine((typed) => !quotes.test(typed), because("group-name-quotes"))
        .refine(
          (typed) => !otherMeanings.test(typed),
          because("group-name-taken"),
        ),
    ),
  members: z.array(z.string().max(200)).max(maxMembers).optional(),
};

export const newGroupSchema = z.object(words);
export const changedGroupSchema = z.object({
  ...words,
  rowVersion: z.coerce.number().int(),
});
