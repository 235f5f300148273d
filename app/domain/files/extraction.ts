import {
  cutText,
  normaliseText,
  readPastedControls,
} from "../text/foreign-text.ts";
import type { AcceptedTypeId } from "./accepted-types.ts";

export type ExtractionTask = { path: string; typeId: AcceptedTypeId };

export type Extraction =
  | {
      state: "done";
      text: string;
      isTruncated: boolean;
      /** How sure a machine was that read it off pictures, of 100; of a file's own text there is nothing to say. */
      confidence?: number;
      isPoor?: boolean;
    }
  /** `isPoor`: a machine that reads pictures may find more. */
  | { state: "no-text"; isPoor?: boolean }
  | { state: "failed"; reason: string };

/** Two million characters are four thick books; what follows is not searched. */
export const maxExtractedCharacters = 2_000_000;

/** Of a PDF's text; the thread's own time-out is longer, so that what was read is kept. */
export const maxPdfPages = 2_000;
export const maxPdfMilliseconds = 15_000;

/**
 * The form in which text is frozen: NFC, LF line ends, no control characters
 * (those that turn the direction of reading included), none of the two that
 * mark a hit in search, no half of a surrogate pair; cut to the longest kept.
 */
export function freezeText(raw: string): {
  text: string;
  isTruncated: boolean;
} {
  const bounded = cutText(raw, 2 * maxExtractedCharacters);
  const cleaned = normaliseText(withoutUnseen(bounded), "NFC")
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const text = cutText(cleaned, maxExtractedCharacters);
  const isTruncated = bounded.length < raw.length || text !== cleaned;
  return { text, isTruncated };
}

function withoutUnseen(raw: string): string {
  return readPastedControls(raw)
    .replace(
      /[\u0000-\u0008\u000E-\u001F\u007F\uE000\uE001\uFEFF\u200B\u202A-\u202E\u2066-\u2069]/g,
      "",
    )
    .replace(/\p{Cs}/gu, "\uFFFD");
}
