import { codePointOffset, type OffsetRange } from "./passages.ts";

/** What the search engine puts around a hit. */
export type HitMarks = { start: string; end: string };

/**
 * The hits in each of several texts, from the marked text they were indexed as.
 *
 * The index has the texts one after the other with something between them; each
 * is found again where it stands. A text that changed since has no hits.
 */
export function readHits(
  marked: string,
  texts: readonly string[],
  marks: HitMarks,
): OffsetRange[][] {
  const { plain, hits } = stripMarks(marked, marks);
  let searchedTo = 0;
  return texts.map((text) => {
    const at = text === "" ? -1 : plain.indexOf(text, searchedTo);
    if (at === -1) return [];
    searchedTo = at + text.length;
    const inside = hits.filter(
      (hit) => hit.start >= at && hit.end <= searchedTo,
    );
    return toCodePoints(
      text,
      inside.map(({ start, end }) => ({ start: start - at, end: end - at })),
    );
  });
}

type UnitRange = { start: number; end: number };

function stripMarks(marked: string, marks: HitMarks) {
  let plain = "";
  const hits: UnitRange[] = [];
  marked.split(marks.start).forEach((stretch, index) => {
    const [hit = "", ...rest] = stretch.split(marks.end);
    if (index > 0) {
      hits.push({ start: plain.length, end: plain.length + hit.length });
    }
    plain += hit + rest.join("");
  });
  return { plain, hits };
}

function toCodePoints(text: string, ranges: UnitRange[]): OffsetRange[] {
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
