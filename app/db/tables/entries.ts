import type { IsoTime } from "./column-types.ts";

/** What staff keyed in for whoever wrote, rang or spoke. */
type EntriesTable = {
  response_id: number;
  /** By chance; with the secret it makes the receipt code that the sender's letter tells. */
  receipt_seed: string;
  keyed_by: string;
  keyed_at: IsoTime;
  /** Somebody else, who read it beside what it was keyed from. */
  checked_by: string | null;
  checked_at: IsoTime | null;
};

export type EntriesTables = { entries: EntriesTable };
