import { codePointOffset, type OffsetRange } from "../tagging/passages.ts";
import type { SuggestedKind } from "./suggest-spans.ts";
import { suggestRedactions } from "./suggest-spans.ts";

export type SuggestedRedaction = OffsetRange & {
  reason: SuggestedKind;
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
