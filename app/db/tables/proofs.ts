import type { Generated } from "kysely";
import type { IsoTime, JsonText } from "./column-types.ts";

type ReceiptKeysTable = {
  /** The thumbprint of the public key. */
  kid: string;
  public_key: string;
  used_since: IsoTime;
};

type ReceiptDaysTable = {
  /** In London, as ISO writes it. */
  day: string;
  leaf_count: number;
  root: string;
  /** Of each 1,024 leaves, so that one of them is shown without reading all. */
  block_roots: JsonText;
  kid: string;
  signature: string;
  made_at: IsoTime;
};

type ReceiptLeavesTable = {
  id: Generated<number>;
  /** Null where the response was deleted: the day's root holds on. */
  response_id: number | null;
  version: number;
  kept_at: IsoTime;
  salt: string;
  leaf: string;
  /** Both null until the day is over. */
  in_day: string | null;
  position: number | null;
};

export type ProofsTables = {
  receipt_keys: ReceiptKeysTable;
  receipt_days: ReceiptDaysTable;
  receipt_leaves: ReceiptLeavesTable;
};
