import {
  equalityAddress,
  quarantineAddress,
  queueAddress,
  tagListAddress,
  workAddress,
} from "#app/addresses.ts";
import { ledgerAddress } from "#app/ledger-addresses.ts";
import { entriesAddress } from "#app/entry-addresses.ts";
import { importsAddress } from "#app/import-addresses.ts";
import { exportsAddress } from "#app/export-addresses.ts";
import { redactionsAddress } from "#app/redaction-addresses.ts";
import { peopleAddress } from "#app/people-addresses.ts";
import { safeguardingAddress } from "#app/safeguarding-addresses.ts";

type MayOpen = {
  mayOverseeWork: boolean;
  mayReadEqualityTotals: boolean;
  maySeePeople: boolean;
  mayImport: boolean;
  mayTakeOut: boolean;
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
    { to: redactionsAddress, label: "Redactions" },
    { to: ledgerAddress(), label: "Ledger" },
    { to: entriesAddress, label: "Letters" },
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
    ...(props.mayTakeOut ? [{ to: exportsAddress, label: "Exports" }] : []),
    ...(props.mayReadEqualityTotals
      ? [{ to: equalityAddress, label: "Equality" }]
      : []),
    ...(props.maySeePeople ? [{ to: peopleAddress, label: "People" }] : []),
    ...(props.mayImport ? [{ to: importsAddress, label: "Imports" }] : []),
    ...(props.mayOverseeWork ? [{ to: workAddress, label: "Work" }] : []),
  ];
}

function caseLabel({ open, overdue }: MayOpen["cases"]): string {
  if (open === 0) return "Safeguarding";
  return overdue > 0
    ? `Safeguarding (${open}, ${overdue} overdue)`
    : `Safeguarding (${open})`;
}
