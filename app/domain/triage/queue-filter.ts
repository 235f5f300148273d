import { z } from "zod";
import { type QueueSort, queueSorts } from "./queue-conditions.ts";
import { assigneeOfGroup } from "../accounts/groups.ts";
import type { QueueChoices } from "./queue.ts";
import { valueFor } from "./queue-query-parts.ts";
import { triageStates, type TriageState } from "./triage.ts";

/** `to-do` is every state that still asks for somebody's work. */
export type QueueState = TriageState | "to-do" | "all";

const yes = z.literal("yes").transform(() => true);
const state = z.enum([...triageStates, "to-do", "all"]);
/** One that is too long is told, and stays in its box. */
const typed = z.string().trim();
const pageNumber = z.coerce.number().int().min(1).max(1_000_000);

export type QueueFilter = {
  callSlug: string | undefined;
  state: QueueState;
  /** A member of staff, a group in the place of one, `me`, or `none` for responses assigned to nobody. */
  assignee: string | undefined;
  tagId: number | undefined;
  hasFiles: boolean;
  isFlagged: boolean;
  /** Those that say the same words stand each on its own, where they would stand in one line. */
  areSameApart: boolean;
  /** What was typed into the search box, as typed. */
  q: string;
  /** Undefined for the order that goes without saying. */
  sort: QueueSort | undefined;
  /** From 1. */
  page: number;
};

export const wholeQueue: QueueFilter = {
  callSlug: undefined,
  state: "to-do",
  assignee: undefined,
  tagId: undefined,
  hasFiles: false,
  isFlagged: false,
  areSameApart: false,
  q: "",
  sort: undefined,
  page: 1,
};

/** The list is what there is to do; a search looks at everything that came in, unless told otherwise. */
export function defaultState(q: string): QueueState {
  return q === "" ? wholeQueue.state : "all";
}

/** As people call what nobody has opened yet. */
const otherStateNames = new Map<string, QueueState>([
  ["unread", "received"],
  ["new", "received"],
]);

/** A state as it is typed: in capitals, with spaces, or by another name. */
export function readStateName(typed: string): QueueState | undefined {
  const said = typed.toLowerCase().replaceAll(/[\s_]+/g, "-");
  return otherStateNames.get(said) ?? state.safeParse(said).data;
}

/** The state that a search says by itself; the same holds for the list. */
export function stateIn(q: string): QueueState | undefined {
  const said = valueFor(q, "state");
  return said === undefined ? undefined : readStateName(said);
}

/** The state of a search that is told no other. */
export function stateFor(q: string): QueueState {
  return stateIn(q) ?? defaultState(q);
}

/** Whether a list has one line for all that say the same words: what there is to do, of all or of one call. */
export function standsInLines(filter: QueueFilter): boolean {
  return mayStandInLines(filter) && !filter.areSameApart;
}

/** Whether it is such a list, together or apart. */
export function mayStandInLines(filter: QueueFilter): boolean {
  const { callSlug, areSameApart, sort, page } = filter;
  const toDo = { ...wholeQueue, callSlug, areSameApart, sort, page };
  return isSameFilter(toDo, filter);
}

function isSameFilter(one: QueueFilter, other: QueueFilter): boolean {
  return Object.entries(one).every(
    ([name, value]) => other[name as keyof QueueFilter] === value,
  );
}

/** What may stand in a filter today: a tag that was retired, a colleague who left or a group that ended may not. */
export type FilterOptions = {
  callSlugs: readonly string[];
  /** Of people, and of groups as they stand in their place. */
  staffIds: readonly string[];
  tagIds: readonly number[];
};

/** The same of what can be chosen. */
export function filterOptionsOf(
  choices: Pick<QueueChoices, "calls" | "staff" | "groups" | "tags">,
): FilterOptions {
  return {
    callSlugs: choices.calls.map(({ slug }) => slug),
    staffIds: [
      ...choices.staff.map(({ staffId }) => staffId),
      ...choices.groups.map(({ groupId }) => assigneeOfGroup(groupId)),
    ],
    tagIds: choices.tags.map(({ tagId }) => tagId),
  };
}

/** Each made when its parameter is there: most addresses have none, or one. */
function filterSchemas(options: FilterOptions) {
  return {
    call: () => z.string().refine((slug) => options.callSlugs.includes(slug)),
    state: () => state,
    assignee: () =>
      z
        .string()
        .refine((id) => ["me", "none", ...options.staffIds].includes(id)),
    tag: () =>
      z.coerce
        .number()
        .int()
        .refine((id) => options.tagIds.includes(id)),
    files: () => yes,
    flagged: () => yes,
    same: () => z.literal("apart").transform(() => true),
    q: () => typed,
    sort: () => z.enum(queueSorts),
    page: () => pageNumber,
  };
}

/** What a parameter is called on the screen. */
const parameterNames = {
  call: "call",
  state: "state",
  assignee: "person",
  tag: "tag",
  files: "files",
  flagged: "safeguarding",
  same: "grouping",
  q: "search",
  sort: "order",
  page: "page",
} as const;

/**
 * A queue address as a filter. A value that means nothing (any more) is left
 * out, and named in `ignored` so that the page can say so: a list that is
 * silently longer than what was asked for would be read as the answer.
 */
export function readQueueFilter(
  parameters: URLSearchParams,
  options: FilterOptions,
): { filter: QueueFilter; ignored: string[] } {
  const ignored: string[] = [];
  const schemas = filterSchemas(options);
  function read<Name extends keyof typeof schemas>(
    name: Name,
  ): z.output<ReturnType<(typeof schemas)[Name]>> | undefined {
    const given = parameters.get(name);
    if (given === null || given.trim() === "") return undefined;
    const parsed = schemas[name]().safeParse(given);
    if (parsed.success)
      return parsed.data as z.output<ReturnType<(typeof schemas)[Name]>>;
    ignored.push(parameterNames[name]);
    return undefined;
  }
  const q = read("q") ?? "";
  const filter: QueueFilter = {
    callSlug: read("call"),
    state: read("state") ?? stateFor(q),
    assignee: read("assignee"),
    tagId: read("tag"),
    hasFiles: read("files") ?? false,
    isFlagged: read("flagged") ?? false,
    areSameApart: read("same") ?? false,
    q,
    sort: read("sort"),
    page: read("page") ?? 1,
  };
  return { filter, ignored };
}
