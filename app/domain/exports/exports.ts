import { z } from "zod";
import {
  type ExportFailure,
  type ExportFormat,
  exportFormats,
  type ExportKind,
  exportKinds,
  type ExportReason,
  exportReasons,
  type ExportState,
} from "#app/db/export-values.ts";

export type { ExportFailure, ExportFormat, ExportKind, ExportReason };

/** How long a file can be fetched before it is deleted. */
export const exportLastsDays = 7;
/** Each response is a file of its own in a project: no program opens more with joy. */
export const maxProjectResponses = 20_000;
export const maxExportSearchCharacters = 2_000;

/** What words are for that leave the team: only those that may be quoted. */
const outwardReasons: readonly ExportReason[] = [
  "report",
  "meeting",
  "partner",
];

/** Whether a file of this kind can be for that. */
export function isReasonOfKind(reason: ExportReason, kind: ExportKind) {
  return kind === "quoting" || !outwardReasons.includes(reason);
}

export type ExportProblem =
  | "call-missing"
  | "kind-missing"
  | "format-missing"
  | "reason-missing"
  | "search-too-long";

const told = (problem: ExportProblem) => problem;

export const exportSchema = z.object({
  call: z.string(told("call-missing")),
  q: z
    .string()
    .trim()
    .max(maxExportSearchCharacters, told("search-too-long"))
    .default(""),
  kind: z.enum(exportKinds, told("kind-missing")),
  reason: z.enum(exportReasons, told("reason-missing")),
  format: z.enum(exportFormats, told("format-missing")),
});

export const takingSchema = z.object({ reason: z.enum(exportReasons) });

/** Why a response, or something of it, is not in a file. */
export const withheldReasons = [
  /** Its sender took it back. */
  "withdrawn",
  /** It is flagged for safeguarding. */
  "safeguarding",
  /** It may not be quoted, and the file is for quoting. */
  "consent",
] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** What was left out of a file. */
export type LeftOutCounts = Record<WithheldReason, number> & {
  /** Responses in which words stand as redacted, and how many places that are. */
  redactedResponses: number;
  redactedPlaces: number;
  /** Files that are withheld as a whole. */
  withheldFiles: number;
  /** Passages and memos of such responses that nobody has looked through for what was redacted. */
  besideRedactions: number;
  /** Passages in words that their sender put others in the place of. */
  changed: number;
  /** Responses in it that nobody looked at for redaction. */
  notLookedAt: number;
};

/** An export as it is listed. */
export type ListedExport = {
  exportId: number;
  callTitle: string;
  search: string;
  kind: ExportKind;
  format: ExportFormat;
  reason: ExportReason;
  askedBy: string;
  /** ISO-8601 UTC. */
  askedAt: string;
  state: ExportState;
  failure: ExportFailure | null;
  doneCount: number;
  totalCount: number | null;
  byteSize: number | null;
  leftOut: LeftOutCounts | undefined;
  expiresAt: string | null;
};
