/** One place of the ledger, with how many stand there. */
export type FlowPlace = {
  key: string;
  label: string;
  /** Which colour it has: what is still to do, what is read, what is left out. */
  group: "to-do" | "read" | "left-out";
  count: number;
  countText: string;
  href: string | undefined;
};

export const flowWidth = 720;
const barWidth = 14;
const leftX = 108;
const rightX = 420;
const rowHeight = 40;
const barsHeight = 300;
const thinnest = 2;

/**
 * What came in, flowing to where it stands: a bar on the left as high as all of
 * them, bars on the right as high as their share with room for a line of words
 * each, and a ribbon between.
 */
export function layFlow(places: FlowPlace[]) {
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (all === 0 ? 0 : count / all) * barsHeight;
  let left = 0;
  let right = 0;
  const boxes = places.map((place) => {
    const height = share(place.count);
    const drawn = place.count === 0 ? 0 : Math.max(thinnest, height);
    const from = { top: left, bottom: left + height };
    const to = { top: right, bottom: right + drawn };
    left = from.bottom;
    right += Math.max(rowHeight, drawn + 8);
    return {
      ...place,
      x: rightX,
      y: round(to.top),
      width: barWidth,
      height: round(drawn),
      ribbon: place.count === 0 ? "" : ribbonBetween(from, to),
      words: { x: rightX + barWidth + 12, y: round(to.top) + 17 },
    };
  });
  const height = Math.ceil(Math.max(right, barsHeight));
  const source = { x: leftX, y: 0, width: barWidth, height: round(left) };
  return { width: flowWidth, height, source, boxes };
}

type Span = { top: number; bottom: number };

function ribbonBetween(from: Span, to: Span): string {
  const start = leftX + barWidth;
  const middle = (start + rightX) / 2;
  const [a, b, c, d] = [from.top, to.top, to.bottom, from.bottom].map(round);
  return `M${start} ${a}C${middle} ${a} ${middle} ${b} ${rightX} ${b}V${c}C${middle} ${c} ${middle} ${d} ${start} ${d}Z`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
