import type { RedactionReason } from "./redactions.ts";
import type { UnitSpan } from "./unit-spans.ts";

/**
 * A text, or a stretch of one, without the words that must not leave.
 *
 * @param spans in order and apart, as `approvedRedactionsOf` gives them for its answer
 * @param say what stands in the place of words, by the reason they are left out
 * @param from where the stretch begins in the text that the spans count in, in UTF-16 units
 */
export function redactText(
  text: string,
  spans: readonly (UnitSpan & { reason: RedactionReason })[],
  say: (reason: RedactionReason) => string,
  from = 0,
): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, reason } of spans) {
    const begin = Math.max(start - from, done);
    const stop = Math.min(end - from, text.length);
    if (stop <= begin) continue;
    parts.push(text.slice(done, begin), say(reason));
    done = stop;
  }
  return parts.join("") + text.slice(done);
}
