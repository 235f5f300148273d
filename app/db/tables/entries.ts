import type { Generated } from "kysely";
import type {
  LeavingOutReason,
  ReceivedEmailFormat,
  ReceivedEmailState,
} from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

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

/** An email that came as a file. Once it is an entry, what it says stands there, and here the file alone. */
type ReceivedEmailsTable = {
  id: Generated<number>;
  call_id: number;
  format: ReceivedEmailFormat;
  byte_size: number;
  sha256: string;
  /** A hash of its Message-ID, or of itself where it has none. */
  message_key: string;
  /** What was read of it; null once it has entered. */
  facts: JsonText | null;
  brought_by: string;
  brought_at: IsoTime;
  state: Generated<ReceivedEmailState>;
  /** Why it was left out. */
  reason: LeavingOutReason | null;
  settled_by: string | null;
  settled_at: IsoTime | null;
  response_id: number | null;
};

/** The file itself, packed, in pieces of base64. */
type ReceivedEmailPiecesTable = {
  email_id: number;
  number: number;
  content: string;
};

export type EntriesTables = {
  entries: EntriesTable;
  received_emails: ReceivedEmailsTable;
  received_email_pieces: ReceivedEmailPiecesTable;
};
