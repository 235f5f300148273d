import {
  equalityAddress,
  quarantineAddress,
  queueAddress,
  tagListAddress,
  workAddress,
} from "#app/addresses.ts";
import { entriesAddress } from "#app/entry-addresses.ts";
import { importsAddress } from "#app/import-addresses.ts";
import { peopleAddress } from "#app/people-addresses.ts";

type MayOpen = {
  mayOverseeWork: boolean;
  mayReadEqualityTotals: boolean;
  maySeePeople: boolean;
  mayImport: boolean;
  /** How many wait to be let in; undefined for whoever does not decide about them. */
  heldBackCount: number | undefined;
};

/** What stands in the masthead of whoever may open it. */
export function listStaffLinks(props: MayOpen) {
  return [
    { to: queueAddress(), label: "Queue" },
    { to: tagListAddress(), label: "Tags" },
    { to: entriesAddress, label: "Letters" },
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
    ...(props.mayImport ? [{ to: importsAddress, label: "Imports" }] : []),
    ...(props.mayOverseeWork ? [{ to: workAddress, label: "Work" }] : []),
  ];
}
