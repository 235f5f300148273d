/** UTF-16 units, the end exclusive. */
export type UnitSpan = { start: number; end: number };

/** Spans in order of their beginnings; what overlaps is joined and keeps what is told of the first. */
export function joinOverlapping<Span extends UnitSpan>(
  spans: readonly Span[],
): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = {
        ...last,
        end: Math.max(last.end, span.end),
      };
    else joined.push(span);
  }
  return joined;
}

/** Every place of a pattern that has a bound, as spans. */
export function spansOf(
  folded: string,
  pattern: RegExp,
  isOne: (found: RegExpExecArray) => boolean = () => true,
): UnitSpan[] {
  return [...folded.matchAll(pattern)].filter(isOne).map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Whether a few letters before a place say what stands there. */
export function isAnnounced(
  folded: string,
  start: number,
  words: RegExp,
): boolean {
  return words.test(folded.slice(Math.max(0, start - 40), start));
}
