import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { type QueueFilter, stateIn } from "#app/domain/triage/queue-filter.ts";
import type { QueueChoices, QueuePage } from "#app/domain/triage/queue.ts";
import { newExportAddress } from "#app/export-addresses.ts";

type Shown = {
  page: Pick<QueuePage, "total">;
  filter: QueueFilter;
  choices: QueueChoices;
};

/** Where whoever may can take a list of the queue out: all that its address asks for, as a search. */
export function exportHref(
  viewer: Pick<StaffMember, "role">,
  { page, filter, choices }: Shown,
): string | undefined {
  if (!may(viewer, "take-out-passages") || page.total === 0) return undefined;
  const { callSlug, q } = filter;
  const [only, ...others] = choices.calls;
  const call = callSlug ?? (others.length === 0 ? only?.slug : undefined) ?? "";
  const besides = besidesOf(filter, choices);
  const typed =
    q !== "" && besides.length > 0 && /\bOR\b/.test(q) ? `(${q})` : q;
  return newExportAddress({ call, q: [typed, ...besides].join(" ").trim() });
}

function besidesOf(filter: QueueFilter, choices: QueueChoices): string[] {
  const { q, state, assignee, tagId, hasFiles, isFlagged } = filter;
  const tag = choices.tags.find((one) => one.tagId === tagId);
  return [
    ...(state === "all" || stateIn(q) === state ? [] : [`state:${state}`]),
    ...(assignee ? [`assigned:${nameOf(assignee, choices)}`] : []),
    ...(tag ? [`tag:"${tag.name}"`] : []),
    ...(hasFiles ? ["has:file"] : []),
    ...(isFlagged ? ["flag:safeguarding"] : []),
  ];
}

function nameOf(assignee: string, { staff }: QueueChoices): string {
  const person = staff.find(({ staffId }) => staffId === assignee);
  return person ? `"${person.name}"` : assignee;
}
