import {
  equalityAddress,
  quarantineAddress,
  queueAddress,
  tagListAddress,
  workAddress,
} from "#app/addresses.ts";
import { peopleAddress } from "#app/people-addresses.ts";
import { safeguardingAddress } from "#app/safeguarding-addresses.ts";

type MayOpen = {
  mayOverseeWork: boolean;
  mayReadEqualityTotals: boolean;
  maySeePeople: boolean;
  /** How many wait to be let in; undefined for whoever does not decide about them. */
  heldBackCount: number | undefined;
  mayDecideSafeguarding: boolean;
  cases: { open: number; overdue: number };
};

/** What stands in the masthead of whoever may open it. */
export function listStaffLinks(props: MayOpen) {
  return [
    { to: queueAddress(), label: "Queue" },
    { to: tagListAddress(), label: "Tags" },
    ...(props.mayDecideSafeguarding
      ? [{ to: safeguardingAddress, label: caseLabel(props.cases) }]
      : []),
    ...(props.heldBackCount === undefined
      ? []
      : [
          {
            to: quarantineAddress,
            label: `Quarantine (${props.heldBackCount})`,
          },
        ]),
    ...(props.mayReadEqualityTotals
      ? [{ to: equalityAddress, label: "Equality" }]
      : []),
    ...(props.maySeePeople ? [{ to: peopleAddress, label: "People" }] : []),
    ...(props.mayOverseeWork ? [{ to: workAddress, label: "Work" }] : []),
  ];
}

function caseLabel({ open, overdue }: MayOpen["cases"]): string {
  if (open === 0) return "Safeguarding";
  return overdue > 0
    ? `Safeguarding (${open}, ${overdue} overdue)`
    : `Safeguarding (${open})`;
}
