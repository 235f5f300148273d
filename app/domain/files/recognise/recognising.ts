import type { AcceptedTypeId } from "../accepted-types.ts";

/** What a machine read off the pictures of a file. */
export type Recognition =
  | {
      state: "done";
      text: string;
      /** How sure it is of its words, of 100. */
      confidence: number;
      /** There are more pages than there was time for. */
      isCut: boolean;
    }
  | { state: "no-text" }
  | { state: "failed"; reason: "timed-out" | "out-of-memory" | "unreadable" };

export type RecognitionTools = {
  tesseract: string;
  pdftoppm: string;
  pdfinfo: string;
};

export type RecognitionTask = {
  typeId: AcceptedTypeId;
  source: string;
  /** Empty, for pages on their way and for the outcome; whoever made it removes it. */
  workFolder: string;
  tools: RecognitionTools;
};

export const outcomeFile = "outcome.json";

/** A page of text takes three seconds of one processor; a form with lines and stamps ten. */
export const recognitionLimits = {
  pageMilliseconds: 30_000,
  /** Of all pages; what was read by then is kept. */
  fileMilliseconds: 240_000,
  timeoutMilliseconds: 300_000,
  maxPages: 100,
  maxMegabytes: 1_200,
  /** The longer side of a page: some 220 dots to the inch of a sheet of A4. */
  pagePixels: 2_600,
} as const;
