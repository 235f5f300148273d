import { quarantineAddress, queueAddress } from "#app/addresses.ts";
import type { LedgerPlace } from "#app/domain/ledger/ledger.ts";
import type { FlowPlace } from "./ledger-flow.ts";

type Words = {
  label: string;
  meaning: string;
  group: FlowPlace["group"];
  /** The search that lists the same responses. */
  search: string;
};

const beingRead = "(state:received OR state:in-triage)";

const placeWords: Record<LedgerPlace, Words> = {
  unread: {
    label: "Not opened yet",
    meaning: "Nobody of the team has opened it.",
    group: "to-do",
    search: `${beingRead} -has:reader flag:none`,
  },
  opened: {
    label: "Opened, not decided",
    meaning: "Somebody opened it, and nobody has decided yet.",
    group: "to-do",
    search: `${beingRead} has:reader flag:none`,
  },
  "second-look": {
    label: "Needs second look",
    meaning: "Read once; a colleague should decide.",
    group: "to-do",
    search: "state:needs-second-look flag:none",
  },
  safeguarding: {
    label: "Safeguarding",
    meaning: "Somebody may be at risk; leads have it in hand.",
    group: "to-do",
    search: "flag:safeguarding -state:withdrawn",
  },
  tagged: {
    label: "Read and tagged",
    meaning: "Part of what the review works with, under at least one tag.",
    group: "read",
    search: "state:triaged has:tag flag:none",
  },
  untagged: {
    label: "Read, no tag",
    meaning: "Part of what the review works with, and under no tag.",
    group: "read",
    search: "state:triaged -has:tag flag:none",
  },
  "out-of-scope": {
    label: "Out of scope",
    meaning: "Read, and not about what the call asks.",
    group: "read",
    search: "state:out-of-scope flag:none",
  },
  spam: {
    label: "Spam",
    meaning: "Advertising or machine-made text.",
    group: "left-out",
    search: "state:spam flag:none",
  },
  "held-back": {
    label: "Held back",
    meaning: "Looked as if no person sent it; leads let it in or keep it out.",
    group: "left-out",
    search: "",
  },
  withdrawn: {
    label: "Withdrawn",
    meaning: "Whoever sent it took it back.",
    group: "left-out",
    search: "state:withdrawn",
  },
};

/**
 * What a place of the ledger is called, and the list of those who stand there.
 *
 * @param mayDecideHeldBack whether this person may open the quarantine
 */
export function describePlace(
  place: LedgerPlace,
  of: { callSlug: string | undefined; mayDecideHeldBack: boolean },
): Omit<Words, "search"> & { href: string | undefined } {
  const { search, ...words } = placeWords[place];
  if (place === "held-back")
    return {
      ...words,
      href: of.mayDecideHeldBack ? quarantineAddress : undefined,
    };
  const q =
    of.callSlug === undefined ? search : `${search} call:${of.callSlug}`;
  return { ...words, href: queueAddress(new URLSearchParams({ q })) };
}
