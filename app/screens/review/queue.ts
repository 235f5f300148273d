import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import {
  defaultState,
  type QueueFilter,
  type QueueState,
} from "#app/domain/triage/queue-filter.ts";
import {
  type Excerpt,
  type QueueChoices,
  type QueuePage,
  type QueueRow,
} from "#app/domain/triage/queue.ts";
import { triageStates } from "#app/domain/triage/triage.ts";
import { responseAddress, responseFormAddress } from "#app/addresses.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";
import { tellWhoDecides } from "./quarantine.ts";
import { withoutKey } from "#app/domain/triage/queue-meaning.ts";
import { queueHref } from "./queue-links.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import { describeState } from "./states.ts";

type QueueParts = {
  page: QueuePage;
  filter: QueueFilter;
  ignored: string[];
  choices: QueueChoices;
  /** The reference that was searched for stands for one that is held back. */
  heldBack?: { reference: string; deciders: string[] } | undefined;
};

/** The queue in the words and links of its page. */
export function describeQueue(parts: QueueParts) {
  const { page, filter, choices } = parts;
  const here = queueHref(filter, { page: page.page });
  const searchedFor = filter.q;
  return {
    here,
    filter,
    choices,
    heading: headingOf(page, filter),
    order:
      searchedFor === ""
        ? "oldest first"
        : "in the order in which they were put into Heard",
    stateLinks: stateLinksOf(page, filter),
    activeFilters: activeFiltersOf(filter, choices),
    everyStateHref:
      filter.q !== "" && filter.state !== "all"
        ? queueHref(filter, { state: "all" })
        : undefined,
    notices: noticesOf(parts),
    rows: describeRows(page.rows, here, searchedFor),
    emptyWords: page.total === 0 ? emptyWordsOf(parts) : undefined,
    pages: pagesOf(page, filter),
    callTitle: choices.calls.find(({ slug }) => slug === filter.callSlug)
      ?.title,
  };
}

const count = new Intl.NumberFormat("en-GB");

function plural(number: number, one: string, many: string) {
  return `${count.format(number)} ${number === 1 ? one : many}`;
}

function headingOf(page: QueuePage, filter: QueueFilter): string {
  const counted = plural(page.total, "response", "responses");
  const total = page.isMore ? `More than ${counted}` : counted;
  if (filter.q === "") return total;
  return `${total} ${page.total === 1 ? "matches" : "match"} “${filter.q}”`;
}

function stateLinksOf(page: QueuePage, filter: QueueFilter) {
  const { counts } = page;
  const q = withoutKey(filter.q, "state");
  const link = (state: QueueState, label: string, number?: number) => ({
    label,
    count: number === undefined ? undefined : count.format(number),
    href: queueHref(filter, { state, q }),
    isCurrent: filter.state === state && !filter.isFlagged,
  });
  const countOf = (state: QueueState) =>
    counts &&
    (counts.stateCounts.find((one) => one.state === state)?.count ?? 0);
  return [
    link("to-do", "To do", counts?.toDoCount),
    ...triageStates.map((state) =>
      link(state, describeState(state).label, countOf(state)),
    ),
    link("all", "All", counts?.allCount),
  ];
}

function activeFiltersOf(filter: QueueFilter, choices: QueueChoices) {
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
    ...without(q === "" ? undefined : `“${q}”`, {
      q: "",
      ...(filter.state === defaultState(q) && { state: defaultState("") }),
    }),
  ];
}

function assigneeWords(assignee: string | undefined, choices: QueueChoices) {
  if (assignee === undefined) return undefined;
  if (assignee === "me") return "Assigned to me";
  if (assignee === "none") return "Assigned to nobody";
  const person = choices.staff.find(({ staffId }) => staffId === assignee);
  return person && `Assigned to ${person.name}`;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function noticesOf({ ignored, heldBack }: QueueParts): string[] {
  const notices = heldBack ? [tellWhoDecides(heldBack)] : [];
  if (ignored.length > 0)
    notices.push(
      `The address asked for a ${list.format(ignored)} that ${ignored.length === 1 ? "is" : "are"} not there. The list is shown without.`,
    );
  return notices;
}

function emptyWordsOf({ page, filter, heldBack }: QueueParts): string {
  if (heldBack) return "Nothing else is found.";
  if (!page.isSearchable)
    return `There is nothing to search for in “${filter.q}”. Type at least one word or number.`;
  if (page.isNothingThere) return "No response has come in yet.";
  if (filter.state === "to-do" && page.counts?.toDoCount === 0)
    return "Everything that came in has been read and decided.";
  return "No response fits all of these filters. Take one of them away, or choose another state.";
}

function pagesOf(page: QueuePage, filter: QueueFilter) {
  const to = (number: number) =>
    number >= 1 && number <= page.pageCount
      ? queueHref(filter, { page: number })
      : undefined;
  return {
    page: page.page,
    pageCount: page.pageCount,
    isMore: page.isMore,
    previousHref: to(page.page - 1),
    nextHref: to(page.page + 1),
  };
}

const channelWords: Record<ResponseChannel, string> = {
  web: "Online",
  import: "Imported",
  letter: "Letter",
  email: "Email",
  phone: "Phone",
  meeting: "Meeting",
};

/** The words of a response, and before them where they stand if that is not plain. */
function describeExcerpt({ from, parts }: Excerpt, q: string) {
  const found = {
    answers: "",
    file: "In a file: ",
    note: "In a note: ",
    beginning: "",
  };
  const where =
    from === "beginning" && q ? "Found further on. It begins: " : found[from];
  return where ? [{ text: where, isHit: false }, ...parts] : parts;
}

function describeRows(rows: QueueRow[], here: string, q: string) {
  const ways = {
    toRead: new URLSearchParams({ ...(q && { q }), from: here }).toString(),
    toFlag: new URLSearchParams({ from: here }).toString(),
  };
  return rows.map((row) => describeRow(row, q, ways));
}

/** In the place of what somebody took back. */
const closedWords = "Taken back by whoever sent it.";

/** What stands behind the addresses that a row leads to, the same for all of a page. */
type Ways = { toRead: string; toFlag: string };

function describeRow(row: QueueRow, q: string, { toRead, toFlag }: Ways) {
  const { label, colour } = describeState(row.state);
  return {
    reference: row.reference,
    href: `${responseAddress(row.reference)}?${toRead}`,
    excerpt: isWithdrawn(row)
      ? [{ text: closedWords, isHit: false }]
      : describeExcerpt(row.excerpt, q),
    isFlagged: row.isFlagged,
    flagHref: row.isFlagged
      ? undefined
      : `${responseFormAddress(row.reference, "safeguarding")}?${toFlag}`,
    tagNames: row.tagNames,
    receivedAt: row.receivedAt,
    receivedOn: formatShortDate(row.receivedAt),
    channel: channelWords[row.channel],
    callTitle: row.callTitle,
    state: { label, colour },
    assignee: row.isAssignedToMe ? "You" : row.assigneeName,
    reader: row.isClaimedByMe ? "You" : row.claimedByName,
    words: plural(row.wordCount, "word", "words"),
    files:
      row.attachmentCount === 0
        ? undefined
        : plural(row.attachmentCount, "file", "files"),
  };
}
