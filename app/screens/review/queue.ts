import {
  mayStandInLines,
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import type { ListedView } from "#app/domain/triage/views.ts";
import { queueSorts } from "#app/domain/triage/queue-conditions.ts";
import type { QueueChoices, QueuePage } from "#app/domain/triage/queue.ts";
import { tellWhoDecides } from "./quarantine.ts";
import {
  readMarkedTerms,
  valueFor,
} from "#app/domain/triage/queue-query-parts.ts";
import { bulkAddress } from "#app/queue-addresses.ts";
import { queueHref, queueParameters } from "./queue-links.ts";
import { liveNumbersOf } from "./live-numbers.ts";
import { activeFiltersOf, searchFormOf } from "./queue-filters.ts";
import { describeProblems, orderWords, sortWords } from "./queue-problems.ts";
import { describeRows, plural } from "./queue-rows.ts";
import { stateLinksOf } from "./state-links.ts";
import { viewLinksOf } from "./views.ts";

type QueueParts = {
  page: QueuePage;
  filter: QueueFilter;
  ignored: string[];
  choices: QueueChoices;
  /** Those that the reader may use. */
  views: readonly ListedView[];
  staffId: string;
  mayActInBulk: boolean;
  now: Date;
  /** The reference that was searched for stands for one that is held back. */
  heldBack?: { reference: string; deciders: string[] } | undefined;
};

/** The queue in the words and links of its page. */
export function describeQueue(parts: QueueParts) {
  const { page, filter, choices } = parts;
  const here = queueHref(filter, { page: page.page });
  const isOfWords = readMarkedTerms(filter.q).length > 0;
  const q = isOfWords ? filter.q : "";
  return {
    here,
    filter,
    choices,
    heading: headingOf(page, filter),
    order: orderWords(page.sort),
    stateLinks: stateLinksOf(page, filter),
    live: liveNumbersOf(page, filter),
    activeFilters: activeFiltersOf(filter, choices),
    bulkHref:
      parts.mayActInBulk && page.total > 0
        ? bulkAddress("new", queueParameters(filter))
        : undefined,
    everyStateHref:
      filter.q !== "" && filter.state !== "all"
        ? queueHref(filter, { state: "all" })
        : undefined,
    notices: noticesOf(parts),
    search: {
      ...searchFormOf(filter, choices, [
        ...new Set(parts.views.map(({ name }) => name)),
      ]),
      views: viewLinksOf(parts.views, filter, parts.staffId),
      sorts: sortsOf(page, filter),
      problems: describeProblems(page.problems, filter),
    },
    rows: describeRows(page.rows, { ...parts, q, isOfWords, here }),
    overdue: overdueLink(page, filter),
    sameSwitch: sameSwitchOf(filter),
    emptyWords: page.total === 0 ? emptyWordsOf(parts) : undefined,
    pages: pagesOf(page, filter),
    callTitle: choices.calls.find(({ slug }) => slug === filter.callSlug)
      ?.title,
  };
}

const count = new Intl.NumberFormat("en-GB");

/** What nobody has read in time, where there is such and it is not what is listed. */
function overdueLink(
  { overdueCount }: QueuePage,
  { callSlug, q, assignee }: QueueFilter,
) {
  const late = "due:overdue sort:due";
  if (overdueCount === 0 || q === late) return undefined;
  // Beside a list of three, "8 overdue" would be read as said of them.
  const isPart = q !== "" || assignee !== undefined;
  return {
    label: `${count.format(overdueCount)} overdue${isPart ? " in all" : ""}`,
    href: queueHref({ ...wholeQueue, callSlug, q: late }),
  };
}

/** The order that goes without saying is sent as nothing, so that it is that of the next search; but for a search that names one. */
function sortsOf({ sort, usualSort }: QueuePage, { q }: QueueFilter) {
  const isNamed = valueFor(q, "sort") !== undefined;
  return queueSorts.map((value) => ({
    value: value === usualSort && !isNamed ? "" : value,
    label: sortWords[value],
    isChosen: value === sort,
  }));
}

function headingOf(page: QueuePage, filter: QueueFilter): string {
  const counted = plural(page.total, "response", "responses");
  const total = page.isMore ? `More than ${counted}` : counted;
  if (filter.q === "") return total;
  return `${total} ${page.total === 1 ? "matches" : "match"} ${quoted(filter.q)}`;
}

/** Turns the lines that stand for several on and off, where there are any. */
function sameSwitchOf(filter: QueueFilter) {
  if (!mayStandInLines(filter)) return undefined;
  const { areSameApart } = filter;
  return {
    label: areSameApart
      ? "Put the same words in one line"
      : "List the same words one by one",
    href: queueHref(filter, { areSameApart: !areSameApart }),
  };
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

const longestShown = 80;

/** A long search stands in its box; here its beginning is enough. */
function quoted(q: string): string {
  return q.length > longestShown ? `“${q.slice(0, longestShown)}…”` : `“${q}”`;
}

function emptyWordsOf({ page, filter, heldBack }: QueueParts): string {
  if (heldBack) return "Nothing else is found.";
  if (page.problems.some(({ reason }) => reason === "too-long"))
    return "Nothing was searched for.";
  if (!page.isSearchable)
    return `There is nothing to search for in ${quoted(filter.q)}. Type at least one word or number.`;
  if (page.isNothingThere)
    return "No response has come in yet. They come once a call is open: a lead makes one under “Calls”, in “More” above.";
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
    isMore: page.areMorePages,
    previousHref: to(page.page - 1),
    nextHref: to(page.page + 1),
  };
}
