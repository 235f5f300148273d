import type { AcceptedTypeId } from "../accepted-types.ts";

/** Why there is no copy of a file without hidden data. */
export type NoCopyReason =
  /** This kind is not cleaned by anything here. */
  | "kind"
  /** What cleans this kind is not installed. */
  | "no-tool"
  /** There is something inside that would not be clean: another document, content from elsewhere. */
  | "something-inside"
  | "timed-out"
  | "out-of-memory"
  | "unreadable";

/** What became of the copy of a file that others may see. */
export type CopyOutcome =
  | { state: "made"; typeId: AcceptedTypeId }
  /** There is nothing hidden in a file of this kind: the original can be shown. */
  | { state: "not-needed" }
  | { state: "not-available"; reason: "kind" | "no-tool" | "something-inside" }
  | { state: "failed"; reason: "timed-out" | "out-of-memory" | "unreadable" };

/** The parts of a document in the order in which they are written. */
export type CleanedParts = Map<string, Buffer>;

export type CopyTask = {
  typeId: AcceptedTypeId;
  source: string;
  target: string;
  /** Empty, for what is written on the way; whoever made it removes it. */
  workFolder: string;
  /** The path of qpdf; empty where it is not installed. */
  qpdf: string;
};

export const copyLimits = {
  timeoutMilliseconds: 60_000,
  /** A phone's photo of 48 megapixels takes some 700 MB while it is decoded. */
  maxMegabytes: 1_200,
  maxHeicPixels: 60_000_000,
} as const;
