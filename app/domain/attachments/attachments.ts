import type { ExtractionState, ScanState } from "#app/db/column-values.ts";
import {
  type FileFlag,
  fileRefusalReasons,
} from "#app/domain/files/findings.ts";

/** How many files a question takes, how large each may be and how large all of a draft together, in bytes. */
export type AttachmentLimits = {
  maxFiles: number;
  maxFileBytes: number;
  maxDraftBytes: number;
};

export const defaultAttachmentLimits: AttachmentLimits = {
  maxFiles: 10,
  maxFileBytes: 50_000_000,
  maxDraftBytes: 500_000_000,
};

export const attachmentRefusalReasons = [
  ...fileRefusalReasons,
  "too-big",
  "too-many",
  "not-received",
  "not-taken",
  "draft-full",
  "no-room",
  "not-kept",
] as const;

/**
 * Why a file was not taken. `not-received`: it broke off on the way, or the
 * disk did not keep it; `not-taken`: nothing here asks for a file now;
 * `no-room`: our disk is nearly full; `not-kept`: where files are kept did not
 * take it; `busy`: too many were sending files.
 */
export type AttachmentRefusalReason = (typeof attachmentRefusalReasons)[number];

export type AttachmentRefusal = {
  /** Cleaned for display; empty where the browser sent none. */
  name: string;
  reason: AttachmentRefusalReason;
};

export type { ExtractionState, ScanState };

/** Stands in the place of a scanner's name for what it found, where Heard's own check found it. */
export const ownCheckFinding = "own-check";

/** A file that has arrived whole in the staging folder: fsynced and hashed, not yet inspected. */
export type StagedFile = {
  /** The question whose file input it came from. */
  questionId: string;
  /** As the browser sent it; never used as a path. */
  originalName: string;
  stagingPath: string;
  byteSize: number;
  sha256: string;
};

/** What a respondent sees of a file of their own. */
export type AttachmentSummary = {
  publicId: string;
  name: string;
  byteSize: number;
  typeLabel: string;
  /** Of the bytes as they were received, in hexadecimal. */
  sha256: string;
};

/** What staff see of a response's file. */
export type AttachmentForReview = AttachmentSummary & {
  id: number;
  questionId: string;
  scanState: ScanState;
  scanDetail: string | null;
  extractionState: ExtractionState;
  flags: FileFlag[];
  storedAt: string;
};

/** 532 bytes, 1.2 kB, 50 MB: decimal, as a phone or a file manager shows it. */
export function describeByteSize(byteSize: number): string {
  if (byteSize < 1000)
    return `${byteSize} ${byteSize === 1 ? "byte" : "bytes"}`;
  const units = ["kB", "MB", "GB"];
  let value = byteSize / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const rounded =
    value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded} ${units[unit]}`;
}

/** A file as a line of a list: its facts are "PDF, 1.2 MB". */
export function describeAttachment(file: AttachmentSummary): {
  publicId: string;
  name: string;
  facts: string;
} {
  return {
    publicId: file.publicId,
    name: file.name,
    facts: `${file.typeLabel}, ${describeByteSize(file.byteSize)}`,
  };
}

/** A file of a response; a draft's is not one yet. */
export type SentAttachment = AttachmentForReview & {
  responseId: number;
  mediaType: string;
};
