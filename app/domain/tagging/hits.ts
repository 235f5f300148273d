import { findHits, type TextRange } from "#app/db/search-words.ts";
import { codePointOffset, type OffsetRange } from "./passages.ts";

/** Whoever reads needs no more to find their way; a text of one word a million times has no end of them. */
export const maxMarkedHits = 500;

/** Marks hits in one text after the other, until `maxMarkedHits` are marked. */
export type HitMarker = {
  hitsIn: (text: string) => OffsetRange[];
  /** As many are marked as may be: there may be more. */
  isSpent: () => boolean;
};

export function openHitMarker(terms: readonly string[]): HitMarker {
  let left = maxMarkedHits;
  return {
    hitsIn(text) {
      const hits = findHits(text, terms, left);
      left -= hits.length;
      return toCodePoints(text, hits);
    },
    isSpent: () => left === 0,
  };
}

function toCodePoints(text: string, ranges: TextRange[]): OffsetRange[] {
  let units = 0;
  let points = 0;
  const pointsAt = (offset: number) => {
    points += codePointOffset(text.slice(units, offset), Infinity);
    units = offset;
    return points;
  };
  return ranges.map(({ start, end }) => ({
    startOffset: pointsAt(start),
    endOffset: pointsAt(end),
  }));
}
