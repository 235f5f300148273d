/* The words that may stand in the columns of exports, as `column-values.ts` has the others. */

/** For the team alone, or to be quoted from: what somebody agreed to decides which of it they are in. */
export const exportKinds = ["analysis", "quoting"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = [
  "csv",
  "xlsx",
  "json",
  "odt",
  "ris",
  "qdpx",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Why words of people leave the portal. Each taking is an event that says which. */
export const exportReasons = [
  "report",
  "analysis",
  "meeting",
  "partner",
  "quality-check",
] as const;
export type ExportReason = (typeof exportReasons)[number];

/** `gone` is one whose file was deleted: its time was over, or something in it was taken back. */
export const exportStates = [
  "waiting",
  "running",
  "done",
  "failed",
  "cancelled",
  "gone",
] as const;
export type ExportState = (typeof exportStates)[number];

export const exportFailures = [
  "disk-full",
  "unwritable",
  "not-allowed",
  "search",
  "unexpected",
] as const;
export type ExportFailure = (typeof exportFailures)[number];
