import type { ExtractionState, ScanState } from "#app/db/column-values.ts";
import {
  type FileFlag,
  fileRefusalReasons,
} from "#app/domain/files/findings.ts";
import type { FoundKind } from "#app/domain/files/inspection.ts";

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
  /** What it is, where that is known. */
  found?: FoundKind;
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
  /** What its sender says that it is; empty where they do not. */
  about: string;
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

/** Of what a sender says of a file, in code points: a line. What does not fit is better said in an answer. */
export const maxAboutCharacters = 200;

/** 1 KB, 1.2 KB, 50 MB: decimal, as a phone or a file manager shows it; what is smaller than 1 KB is that. */
export function describeByteSize(byteSize: number): string {
  if (byteSize === 0) return "0 KB";
  const units = ["KB", "MB", "GB"];
  let value = Math.max(1, byteSize / 1000);
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
  about: string;
} {
  return {
    publicId: file.publicId,
    name: file.name,
    about: file.about,
    facts: `${file.typeLabel}, ${describeByteSize(file.byteSize)}`,
  };
}

/** A file of a response; a draft's is not one yet. */
export type SentAttachment = AttachmentForReview & {
  responseId: number;
  mediaType: string;
  /** Its sender took it back: it is closed. */
  isTakenBack: boolean;
};
