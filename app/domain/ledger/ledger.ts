import type { ResponseState } from "../responses/responses.ts";

/**
 * Where a response can stand, each in one of them and none in two: a sum over
 * all is what came in. In the order in which they are read.
 */
export const ledgerPlaces = [
  "unread",
  "opened",
  "second-look",
  "safeguarding",
  "tagged",
  "untagged",
  "out-of-scope",
  "spam",
  "held-back",
  "withdrawn",
] as const;
export type LedgerPlace = (typeof ledgerPlaces)[number];

/** What of a response decides where it stands. */
export type LedgerRow = {
  state: ResponseState;
  isFlagged: boolean;
  /** Looked as if no person sent it, and is not let in. */
  isHeldBack: boolean;
  /** Somebody of the team opened it. */
  isOpened: boolean;
  isTagged: boolean;
};

/** The one place a response is counted in. Who took it back stands nowhere else, and a flag stands before what was decided. */
export function placeOf(row: LedgerRow): LedgerPlace {
  if (row.state === "withdrawn") return "withdrawn";
  if (row.isHeldBack) return "held-back";
  if (row.isFlagged) return "safeguarding";
  switch (row.state) {
    case "received":
    case "in-triage":
      return row.isOpened ? "opened" : "unread";
    case "needs-second-look":
      return "second-look";
    case "triaged":
      return row.isTagged ? "tagged" : "untagged";
    case "out-of-scope":
    case "spam":
      return row.state;
  }
}

export type PlaceCounts = Record<LedgerPlace, number>;

export const noCounts = (): PlaceCounts =>
  Object.fromEntries(ledgerPlaces.map((place) => [place, 0])) as Record<
    LedgerPlace,
    number
  >;

/** What came in, as the boxes say it. */
export function sumOf(counts: PlaceCounts): number {
  return ledgerPlaces.reduce((sum, place) => sum + counts[place], 0);
}

/** What came in to one call. */
export type CallLedger = {
  callId: number;
  places: PlaceCounts;
  /** How many came in by each way. */
  channels: Map<string, number>;
  /** How many came in on each day (UTC, `2026-11-27`). */
  days: Map<string, number>;
  /** Decided with others, and never opened by themselves. */
  decidedUnopened: number;
  /** Among those in the places, not beside them: their sender answered the call before. */
  furtherOfPerson: number;
};

/** What members of the team do that is counted. */
export const kindsOfWork = [
  "opened",
  "decided",
  "tagged",
  "noted",
  "flagged",
] as const;
export type KindOfWork = (typeof kindsOfWork)[number];

/** How much somebody did in a week, which begins on a Monday (UTC). */
export type StaffWork = {
  staffId: string;
  week: string;
  kind: KindOfWork;
  count: number;
};

export type Ledger = {
  /** The time at which the counting began, and how long it took. */
  countedAt: Date;
  milliseconds: number;
  calls: CallLedger[];
  work: StaffWork[];
  /** Ids of responses whose state the events tell otherwise, or not at all. */
  disagreeing: number[];
};
