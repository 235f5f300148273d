import { groupIdOf } from "../accounts/groups.ts";
import type { QueueFilter } from "./queue-filter.ts";
import { stateFor, stateIn } from "./queue-filter.ts";
import { withoutKey } from "./queue-query-parts.ts";
import { printQuery } from "./queue-query-print.ts";
import { joined, type QueryTree, readQuery } from "./queue-query.ts";
import type { QueueChoices } from "./queue.ts";

type Choices = Pick<QueueChoices, "staff" | "groups" | "tags">;

/** All that narrows a list as one search: what was typed, and the filters beside it as the terms that say the same. */
export function searchOf(filter: QueueFilter, choices: Choices): string {
  const others = termsBeside(filter, choices);
  const says = stateIn(filter.q);
  const isSaid = says === filter.state;
  const typed =
    says === undefined || isSaid ? filter.q : withoutKey(filter.q, "state");
  const q = others.length === 0 ? typed : withTerms(typed, others);
  if (isSaid || (q !== "" && stateFor(q) === filter.state)) return q;
  return withTerms(q, [term("state", filter.state)]);
}

const term = (key: string, value: string): QueryTree => ({
  ...{ is: "key", key, value, isPrefix: false },
});

function withTerms(typed: string, terms: QueryTree[]): string {
  const { tree } = readQuery(typed);
  return printQuery(joined("and", tree ? [tree, ...terms] : terms));
}

function termsBeside(filter: QueueFilter, { staff, groups, tags }: Choices) {
  const { callSlug, assignee, tagId, hasFiles, isFlagged } = filter;
  const tag = tags.find((one) => one.tagId === tagId);
  const groupId = groupIdOf(assignee ?? null);
  const person =
    staff.find(({ staffId }) => staffId === assignee) ??
    groups.find((one) => one.groupId === groupId);
  const terms: QueryTree[] = [];
  if (callSlug !== undefined) terms.push(term("call", callSlug));
  if (assignee !== undefined)
    terms.push(term("assigned", person?.name ?? assignee));
  if (tag) terms.push(term("tag", tag.name));
  if (hasFiles) terms.push(term("has", "file"));
  if (isFlagged) terms.push(term("flag", "safeguarding"));
  return terms;
}
