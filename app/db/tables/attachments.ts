import type { Generated } from "kysely";
import type {
  CopyState,
  ExtractionState,
  ScanState,
} from "../column-values.ts";
import type { Flag, IsoTime, JsonText } from "./column-types.ts";

type AttachmentsTable = {
  id: Generated<number>;
  public_id: string;
  draft_id: number | null;
  response_id: number | null;
  question_id: string;
  original_name: string;
  media_type: string;
  byte_size: number;
  sha256: string;
  flags: JsonText;
  scan_state: Generated<ScanState>;
  scan_detail: string | null;
  extraction_state: Generated<ExtractionState>;
  stored_at: IsoTime;
  /** What its sender says that it is, in a line. */
  about: string | null;
  /** Its sender took it back after it was sent: it is kept, closed. */
  taken_back_at: IsoTime | null;
};

type AttachmentTextsTable = {
  attachment_id: number;
  text: string;
  is_truncated: Flag;
  extracted_at: IsoTime;
  /** Of 100, where a machine read it off pictures. */
  confidence: number | null;
};

type AttachmentCopiesTable = {
  attachment_id: number;
  state: CopyState;
  /** Why there is none; what there is instead is told by the other columns. */
  reason: string | null;
  public_id: string | null;
  media_type: string | null;
  byte_size: number | null;
  sha256: string | null;
  made_at: IsoTime;
};

export type AttachmentsTables = {
  attachments: AttachmentsTable;
  attachment_texts: AttachmentTextsTable;
  attachment_copies: AttachmentCopiesTable;
};
