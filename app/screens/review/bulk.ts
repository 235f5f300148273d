import { responseAddress } from "#app/addresses.ts";
import type { BulkReport } from "#app/domain/bulk/actions.server.ts";
import type { BulkStep } from "#app/domain/bulk/begin.server.ts";
import {
  type BulkAction,
  type BulkDeed,
  type BulkProblem,
  daysToKeepItems,
  maxBulkItems,
  maxBulkTags,
  minutesToUndoBulk,
  mostLeftListed,
  undoableUntil,
} from "#app/domain/bulk/bulk.ts";
import { bulkActionAddress } from "#app/queue-addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { leftOutLines, notUndoneLines, whyLeft } from "./bulk-outcomes.ts";
import { plural } from "./queue-rows.ts";
import { describeState } from "./states.ts";

/** Names for the ids that an action holds. */
export type BulkNames = {
  tags: ReadonlyMap<number, string>;
  staff: ReadonlyMap<string, string>;
};

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is done to each, as a heading. */
export function describeDeed(deed: BulkDeed, names: BulkNames): string {
  switch (deed.kind) {
    case "add-tags":
      return `Add ${tagsOf(deed.tagIds, names)}`;
    case "remove-tags":
      return `Take off ${tagsOf(deed.tagIds, names)}`;
    case "decide":
      return `Decide: ${describeState(deed.state).label}`;
    case "assign": {
      const people = deed.people.map((id) => names.staff.get(id) ?? "somebody");
      if (people.length === 0) return "Assign to nobody";
      const turns = people.length > 1 ? ", in turn" : "";
      return `Assign to ${list.format(people)}${turns}`;
    }
  }
}

function tagsOf(tagIds: number[], names: BulkNames): string {
  const said = tagIds.map((id) => `“${names.tags.get(id) ?? "a tag"}”`);
  return `${tagIds.length === 1 ? "the tag" : "the tags"} ${list.format(said)}`;
}

type Reader = { staffId: string; names: BulkNames; now: Date };

/** An action in the words, numbers and buttons of its page. */
export function describeReport(report: BulkReport, reader: Reader) {
  const { action, outcomes, total, people } = report;
  const { standing } = action;
  const waiting = outcomes.waiting ?? 0;
  const isOwn = action.madeBy === reader.staffId;
  return {
    deed: describeDeed(action.deed, reader.names),
    searchHref: action.search,
    standing: standingWords(report, reader.now),
    isRunning: standing === "doing" || standing === "undoing",
    people: people.map(
      ({ name, count }) => `${name}: ${plural(count, "response", "responses")}`,
    ),
    cut: action.isCut
      ? `There were more: this is about the first ${plural(maxBulkItems, "response", "responses")}. Do it again for the rest.`
      : undefined,
    kept: action.counts
      ? `Which responses they were is kept for ${daysToKeepItems} days. The history of each of them says it.`
      : undefined,
    leftOut: leftOutLines(report),
    notUndone: notUndoneLines(report),
    left: report.left.map((one) => ({
      reference: one.reference,
      href: responseAddress(one.reference),
      why: whyLeft(one, action.deed.kind),
    })),
    leftMore: report.left.length === mostLeftListed,
    buttons: isOwn ? buttonsOf(report, { waiting, total }, reader.now) : [],
  };
}

function standingWords(report: BulkReport, now: Date): string {
  const { action, outcomes, undone } = report;
  const of = (count = 0) => plural(count, "response", "responses");
  const [done, waiting] = [outcomes.done ?? 0, outcomes.waiting ?? 0];
  switch (action.standing) {
    case "gathering":
      return "The list is being gone through.";
    case "previewed":
      return `This would be done to ${of(waiting)}. Nothing is done yet.`;
    case "doing":
      return `Done to ${of(done)}, ${waiting.toLocaleString("en-GB")} to go.`;
    case "cancelled":
      return `Stopped: done to ${of(done)}, and not to ${of(waiting)}.${undoWords(action, now)}`;
    case "done":
      return `Done to ${of(done)}.${undoWords(action, now)}`;
    case "undoing":
      return `Undone for ${of(undone.undone)} of ${of(done)}.`;
    case "undone":
      return `Undone for ${of(undone.undone)} of the ${of(done)} that it was done to.`;
  }
}

function undoWords(action: BulkAction, now: Date): string {
  const until = undoableUntil(action);
  return until && until >= now
    ? ` It can be undone until ${formatMoment(until.toISOString())}.`
    : "";
}

type Button = {
  intent: "begin" | "cancel" | "undo";
  label: string;
  kind: "primary" | "secondary" | "warning";
};

function buttonsOf(
  { action, outcomes }: BulkReport,
  { waiting }: { waiting: number; total: number },
  now: Date,
): Button[] {
  const { standing } = action;
  if (standing === "previewed" && waiting > 0)
    return [
      {
        intent: "begin",
        label: `Do it to ${plural(waiting, "response", "responses")}`,
        kind: "warning",
      },
    ];
  if (standing === "doing")
    return [{ intent: "cancel", label: "Stop here", kind: "secondary" }];
  const until = undoableUntil(action);
  return until && until >= now && (outcomes.done ?? 0) > 0
    ? [{ intent: "undo", label: "Undo all of it", kind: "secondary" }]
    : [];
}

/** What was done, by whom and when, a line each. */
export function describeActions(
  actions: readonly BulkAction[],
  names: BulkNames,
) {
  return actions.map((action) => ({
    actionId: action.actionId,
    href: bulkActionAddress(action.actionId),
    deed: describeDeed(action.deed, names),
    facts: `${action.madeByName}, ${formatMoment(action.startedAt ?? action.madeAt)}${standingFacts[action.standing] ?? ""}`,
  }));
}

const standingFacts: Partial<Record<BulkAction["standing"], string>> = {
  doing: ", at it now",
  cancelled: ", stopped",
  undoing: ", being undone",
  undone: ", undone",
};

export const deedChoices = [
  { deed: "add-tags", label: "Add tags", heading: "Add tags to a whole list" },
  {
    deed: "remove-tags",
    label: "Take tags off",
    heading: "Take tags off a whole list",
  },
  {
    deed: "assign",
    label: "Assign to a person, to a group, or to several in turn",
    heading: "Assign a whole list",
  },
  {
    deed: "decide",
    label: "Decide: read, or out of scope",
    heading: "Decide a whole list",
  },
] as const;

/** What is said beside a field of the form. */
export const bulkProblems: Record<BulkProblem, string> = {
  "deed-missing": "Choose what to do",
  "tags-missing": `Choose a tag, and no more than ${maxBulkTags}`,
  "state-missing": "Choose what they are",
};

/** Why a button of the page did nothing. */
export const bulkRefusals: Record<
  Exclude<Extract<BulkStep, { ok: false }>["reason"], "not-found">,
  string
> = {
  "not-yours": "Only whoever began this can go on with it.",
  "not-any-more": "This was begun, ended or stopped already: see below.",
  "too-old":
    "This preview is more than an hour old. Make it again: responses may have changed.",
  "too-late-to-undo": `This ended more than ${minutesToUndoBulk} minutes ago and cannot be undone in one go.`,
};
