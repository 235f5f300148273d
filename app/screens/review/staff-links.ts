import {
  equalityAddress,
  quarantineAddress,
  queueAddress,
  tagListAddress,
  workAddress,
} from "#app/addresses.ts";
import { callsAddress } from "#app/call-addresses.ts";
import { ledgerAddress } from "#app/ledger-addresses.ts";
import { entriesAddress } from "#app/entry-addresses.ts";
import { importsAddress } from "#app/import-addresses.ts";
import { exportsAddress } from "#app/export-addresses.ts";
import { redactionsAddress } from "#app/redaction-addresses.ts";
import { keptPagesAddress, settingsAddress } from "#app/page-addresses.ts";
import { peopleAddress } from "#app/people-addresses.ts";
import { safeguardingAddress } from "#app/safeguarding-addresses.ts";

type MayOpen = {
  mayOverseeWork: boolean;
  mayKeepCalls: boolean;
  mayKeepPortal: boolean;
  mayReadEqualityTotals: boolean;
  maySeePeople: boolean;
  mayImport: boolean;
  mayTakeOut: boolean;
  /** How many wait to be let in; undefined for whoever does not decide about them. */
  heldBackCount: number | undefined;
  mayDecideSafeguarding: boolean;
  cases: { open: number; overdue: number };
};

/** What stands in the masthead of whoever may open it: what is read all day, and what is looked at now and then behind one word. */
export function listStaffLinks(props: MayOpen) {
  const { mayDecideSafeguarding, mayTakeOut } = props;
  const counted = countedLinks(props);
  const { mayReadEqualityTotals, maySeePeople, mayImport } = props;
  const whoMay = (may: boolean, to: string, label: string) =>
    may ? [{ to, label }] : [];
  return {
    often: [
      { to: queueAddress(), label: "Queue" },
      { to: tagListAddress(), label: "Tags" },
      { to: ledgerAddress(), label: "Ledger" },
      ...whoMay(
        mayDecideSafeguarding,
        safeguardingAddress,
        counted[safeguardingAddress],
      ),
      ...whoMay(
        props.heldBackCount !== undefined,
        quarantineAddress,
        counted[quarantineAddress],
      ),
    ],
    seldom: [
      ...whoMay(props.mayKeepCalls, callsAddress, "Calls"),
      ...whoMay(props.mayKeepPortal, keptPagesAddress, "Pages"),
      ...whoMay(props.mayKeepPortal, settingsAddress, "Settings"),
      { to: entriesAddress, label: "Letters" },
      { to: redactionsAddress, label: "Redactions" },
      ...whoMay(mayImport, importsAddress, "Imports"),
      ...whoMay(mayTakeOut, exportsAddress, "Exports"),
      ...whoMay(mayReadEqualityTotals, equalityAddress, "Equality"),
      ...whoMay(maySeePeople, peopleAddress, "People"),
      ...whoMay(props.mayOverseeWork, workAddress, "Work"),
    ],
  };
}

/** The links that tell a number, by their addresses. */
export function countedLinks(counts: Pick<MayOpen, "cases" | "heldBackCount">) {
  return {
    [safeguardingAddress]: caseLabel(counts.cases),
    [quarantineAddress]: `Quarantine (${counts.heldBackCount ?? 0})`,
  };
}

function caseLabel({ open, overdue }: MayOpen["cases"]): string {
  if (open === 0) return "Safeguarding";
  return overdue > 0
    ? `Safeguarding (${open}, ${overdue} overdue)`
    : `Safeguarding (${open})`;
}
