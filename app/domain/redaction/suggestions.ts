import { codePointOffset, type OffsetRange } from "../tagging/passages.ts";
import type { RedactionReason } from "./redactions.ts";
import { suggestRedactions } from "./suggest-spans.ts";

/** Words that may have to be redacted, with why. */
export type SuggestedRedaction = OffsetRange & {
  reason: RedactionReason;
  quote: string;
};

/** What a program suggests to redact in a frozen text, in its order; offsets count code points. */
export function suggestionsIn(text: string): SuggestedRedaction[] {
  let units = 0;
  let points = 0;
  return suggestRedactions(text).map(({ kind, start, end }) => {
    points += codePointOffset(text.slice(units, start), Infinity);
    units = start;
    const quote = text.slice(start, end);
    return {
      startOffset: points,
      endOffset: points + codePointOffset(quote, Infinity),
      reason: kind,
      quote,
    };
  });
}
