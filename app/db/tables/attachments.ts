import type { Generated } from "kysely";
import type { ExtractionState, ScanState } from "../column-values.ts";
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
};

type AttachmentTextsTable = {
  attachment_id: number;
  text: string;
  is_truncated: Flag;
  extracted_at: IsoTime;
};

export type AttachmentsTables = {
  attachments: AttachmentsTable;
  attachment_texts: AttachmentTextsTable;
};
