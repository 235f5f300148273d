import { assigneeOfGroup, groupIdOf } from "#app/domain/accounts/groups.ts";
import { responseChannels } from "#app/domain/responses/responses.ts";
import {
  queueSorts,
  redactionStages,
  thingsToHave,
} from "#app/domain/triage/queue-conditions.ts";
import {
  defaultState,
  type QueueFilter,
  stateFor,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { queueKeys } from "#app/domain/triage/queue-keys.ts";
import { triageStates } from "#app/domain/triage/triage.ts";
import type { QueueChoices } from "#app/domain/triage/queue.ts";
import { queueHref } from "./queue-links.ts";
import { keyWords, searchExamples } from "./queue-problems.ts";

/** What narrows a list but its search, which stands in its own box, each with the address without it. */
export function activeFiltersOf(filter: QueueFilter, choices: QueueChoices) {
  const { callSlug, assignee, tagId, q } = filter;
  const call = choices.calls.find(({ slug }) => slug === callSlug);
  const tag = choices.tags.find((candidate) => candidate.tagId === tagId);
  const without = (label: string | undefined, change: Partial<QueueFilter>) =>
    label === undefined
      ? []
      : [{ label, removeHref: queueHref(filter, change) }];
  return [
    ...without(call?.title, { callSlug: undefined }),
    ...without(assigneeWords(assignee, choices), { assignee: undefined }),
    ...without(tag && `Tagged ${tag.name}`, { tagId: undefined }),
    ...without(filter.hasFiles ? "With files" : undefined, {
      hasFiles: false,
    }),
    ...without(filter.isFlagged ? "Safeguarding" : undefined, {
      isFlagged: false,
    }),
    ...without(filter.areSameApart ? "The same words one by one" : undefined, {
      areSameApart: false,
    }),
    ...without(q === "" ? undefined : "Search", {
      q: "",
      ...(filter.state === defaultState(q) && { state: defaultState("") }),
    }),
  ];
}

function assigneeWords(assignee: string | undefined, choices: QueueChoices) {
  if (assignee === undefined) return undefined;
  if (assignee === "me") return "Assigned to me";
  if (assignee === "none") return "Assigned to nobody";
  const groupId = groupIdOf(assignee);
  const whom =
    choices.staff.find(({ staffId }) => staffId === assignee) ??
    choices.groups.find((group) => group.groupId === groupId);
  return whom && `Assigned to ${whom.name}`;
}

/** What stands in the search form. */
export function searchFormOf(
  filter: QueueFilter,
  choices: QueueChoices,
  viewNames: readonly string[],
) {
  const options = <Item>(
    items: readonly Item[],
    option: (item: Item) => [value: string, label: string],
  ) =>
    items.map((item) => {
      const [value, label] = option(item);
      return { value, label };
    });
  return {
    calls: options(choices.calls, ({ slug, title }) => [slug, title]),
    people: peopleIn(choices),
    tags: options(choices.tags, ({ tagId, name, isRetired }) => [
      String(tagId),
      isRetired ? `${name} (retired)` : name,
    ]),
    examples: linkedExamples(),
    completions: completionsOf(choices, viewNames),
    chosen: {
      state: filter.state === stateFor(filter.q) ? undefined : filter.state,
      call: filter.callSlug,
      assignee: filter.assignee,
      tag: filter.tagId === undefined ? undefined : String(filter.tagId),
      hasFiles: filter.hasFiles,
      isFlagged: filter.isFlagged,
      q: filter.q,
    },
  };
}

function peopleIn({ groups, staff }: QueueChoices) {
  return [
    { value: "me", label: "Me" },
    { value: "none", label: "Nobody" },
    ...groups.map(({ groupId, name }) => ({
      value: assigneeOfGroup(groupId),
      label: `${name} (group)`,
    })),
    ...staff.map(({ staffId, name }) => ({ value: staffId, label: name })),
  ];
}

function linkedExamples() {
  return searchExamples.map(({ q, finds }) => ({
    q,
    finds,
    href: queueHref(wholeQueue, { q, state: defaultState(q) }),
  }));
}

function completionsOf(choices: QueueChoices, viewNames: readonly string[]) {
  const people = ["me", "none", ...choices.staff.map(({ name }) => name)];
  const named = choices.groups.map(({ name }) => name);
  const groups = named.length > 0 ? ["my-groups", ...named] : [];
  return {
    keys: queueKeys.map((key) => ({ key, finds: keyWords[key] })),
    values: {
      tag: [...choices.tags.map(({ name }) => name), "none"],
      call: choices.calls.map(({ slug }) => slug),
      state: ["to-do", ...triageStates, "all"],
      type: choices.kinds,
      channel: [...responseChannels],
      has: [...thingsToHave],
      view: [...viewNames],
      sort: [...queueSorts],
      due: ["overdue", "today", "<3d", "none"],
      flag: ["safeguarding"],
      consent: ["yes", "no"],
      redaction: [...redactionStages],
      by: people,
      "decided-by": people,
      "tagged-by": people,
      assigned: [...people, ...groups],
      with: [...people, ...groups],
      claimed: people,
      skipped: people,
    },
    words: {
      none: "No suggestions",
      one: "1 suggestion",
      many: "{count} suggestions",
    },
  };
}
