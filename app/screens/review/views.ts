import {
  type QueueFilter,
  stateFor,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import type { QueueChoices } from "#app/domain/triage/queue.ts";
import { searchOf } from "#app/domain/triage/view-search.ts";
import type { ViewRefusal } from "#app/domain/triage/views.server.ts";
import {
  type ListedView,
  maxViewNameCharacters,
  maxViewsOfOne,
  type SavedView,
  type ViewProblem,
} from "#app/domain/triage/views.ts";
import { viewAddress, viewsAddress } from "#app/queue-addresses.ts";
import { queueHref, queueParameters } from "./queue-links.ts";
import { circleWords, sortWords } from "./queue-problems.ts";

/** The list that a view stands for. */
export function viewHref({ q, sort }: Pick<SavedView, "q" | "sort">): string {
  return queueHref(wholeQueue, { q, sort, state: stateFor(q) });
}

/** The views as the queue has them, beside the list that is shown. */
export function viewLinksOf(
  views: readonly ListedView[],
  filter: QueueFilter,
  staffId: string,
) {
  const here = queueHref(filter);
  const links = views.map((view) => ({
    name: view.name,
    href: viewHref(view),
    isCurrent: viewHref(view) === here,
    isOwn: view.ownerId === staffId,
    by: view.ownerId === staffId ? undefined : view.ownerName,
  }));
  const current = links.find(({ isCurrent }) => isCurrent)?.name;
  const isSaved = current !== undefined || here === queueHref(wholeQueue);
  return {
    own: links.filter(({ isOwn }) => isOwn),
    shared: links.filter(({ isOwn }) => !isOwn),
    current,
    saveHref: isSaved
      ? undefined
      : viewsAddress("new", queueParameters(filter)),
    allHref: viewsAddress(),
  };
}

/** The views as they are changed: a line each. */
export function describeViews(
  views: readonly ListedView[],
  mayChange: (view: ListedView) => boolean,
  staffId: string,
) {
  return views.map((view) => ({
    name: view.name,
    href: viewHref(view),
    q: view.q,
    order: view.sort && sortWords[view.sort],
    standing: standingOf(view, staffId),
    changeHref: mayChange(view) ? viewAddress(view.viewId) : undefined,
  }));
}

function standingOf(view: ListedView, staffId: string): string {
  const isOwn = view.ownerId === staffId;
  if (!view.isShared) return "Yours alone";
  return isOwn ? "Shared by you" : `Shared by ${view.ownerName}`;
}

/** What stands in the form of a list that is to be saved. */
export function newViewOf(filter: QueueFilter, choices: QueueChoices) {
  return {
    name: "",
    q: searchOf(filter, choices),
    sort: filter.sort ?? "",
    backHref: queueHref(filter),
  };
}

export const sortChoices = [
  { value: "", label: "As the queue would" },
  ...Object.entries(sortWords).map(([value, label]) => ({ value, label })),
];

/** What is said beside a field of the form of a view. */
export const viewProblems: Record<ViewProblem, string> = {
  "view-name-missing": "Enter a name",
  "view-name-too-long": `The name must be ${maxViewNameCharacters} characters or less`,
  "view-name-quotes":
    "Leave quotation marks out of the name: in a search it stands between them",
  "view-search-missing": "Enter a search",
  "view-search-too-long": "The search must be 2,000 characters or less",
};

/** Why a view was not kept, beside the field that it is about. */
export function describeViewRefusal(
  refused: ViewRefusal,
): Record<string, string> {
  switch (refused.reason) {
    case "name-taken":
      return { name: "You have a view of this name already. Choose another" };
    case "shared-name-taken":
      return {
        name: "The team shares a view of this name already. Choose another",
      };
    case "too-many":
      return {
        name: `You have ${maxViewsOfOne} views. Delete one before you save another`,
      };
    case "circle":
      return { q: circleWords(refused.names) };
    case "names-private":
      return {
        q: `This search stands on your view “${refused.name}”, which nobody else can see. Share that one first`,
      };
  }
}

export const viewMeanwhileWords =
  "This view was changed while you had it open. It is shown as it is now: change it again where that is still needed.";

/** What it comes to that a view is deleted. */
export function deletionLines(
  view: Pick<SavedView, "isShared">,
  users: readonly Pick<SavedView, "name">[],
): string[] {
  const lines = [
    view.isShared
      ? "It goes away for the whole team. What it found stays as it is."
      : "What it found stays as it is.",
  ];
  if (users.length > 0)
    lines.push(
      `These views stand on it, and will leave it out: ${users.map(({ name }) => `“${name}”`).join(", ")}.`,
    );
  return lines;
}
