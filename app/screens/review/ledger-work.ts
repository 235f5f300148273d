import type { Group } from "#app/domain/accounts/groups.ts";
import {
  type KindOfWork,
  kindsOfWork,
  type StaffWork,
} from "#app/domain/ledger/ledger.ts";
import { weekAfter, weekOf } from "#app/domain/text/weeks.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";
import { inNumbers } from "./counted.ts";

const kindLabels: Record<KindOfWork, string> = {
  opened: "Opened",
  decided: "Decisions",
  tagged: "Taggings saved",
  noted: "Notes",
  flagged: "Flags raised",
};

const weeksShown = 8;

type Asked = {
  work: StaffWork[];
  names: ReadonlyMap<string, string>;
  groups: Pick<Group, "name" | "members">[];
  /** Whose rows are shown; undefined for everybody's. */
  only: string | undefined;
  now: Date;
};

/** Who did what, all in all; and decisions in each of the last eight weeks. A group's row is the sum of those who are in it today. */
export function describeWork({ work, names, groups, only, now }: Asked) {
  const weeks = lastWeeks(now);
  const shown = work.filter(
    ({ staffId }) => only === undefined || staffId === only,
  );
  const people = [...new Set(shown.map(({ staffId }) => staffId))]
    .map((staffId) => ({ staffId, name: names.get(staffId) ?? "Unknown" }))
    .sort((one, other) => one.name.localeCompare(other.name, "en-GB"));
  const total = (of: (one: StaffWork) => boolean) =>
    inNumbers(shown.filter(of).reduce((sum, { count }) => sum + count, 0));
  const row = (name: string, isTheirs: (one: StaffWork) => boolean) => ({
    name,
    kinds: kindsOfWork.map((kind) =>
      total((one) => isTheirs(one) && one.kind === kind),
    ),
    weeks: weeks.map((week) =>
      total(
        (one) => isTheirs(one) && one.kind === "decided" && one.week === week,
      ),
    ),
  });
  const rows = people.map(({ staffId, name }) =>
    row(name, (one) => one.staffId === staffId),
  );
  const ofGroups = only === undefined ? groups : [];
  const groupRows = ofGroups.map(({ name, members }) => {
    const ids = new Set(members.map(({ staffId }) => staffId));
    return row(`${name} (group)`, ({ staffId }) => ids.has(staffId));
  });
  return {
    kindLabels: kindsOfWork.map((kind) => kindLabels[kind]),
    weekLabels: weeks.map((week) => formatShortDate(week)),
    rows:
      rows.length > 1
        ? [...rows, ...groupRows, row("All together", () => true)]
        : rows,
  };
}

/** The Mondays of the last weeks, this one last. */
function lastWeeks(now: Date): string[] {
  const earliest = new Date(now.getTime() - (weeksShown - 1) * 7 * 86_400_000);
  const weeks = [weekOf(earliest.toISOString())];
  while (weeks.length < weeksShown)
    weeks.push(weekAfter(weeks.at(-1) ?? now.toISOString()));
  return weeks;
}
