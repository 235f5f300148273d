/** Words of a text that two people agreed to redact: offsets in UTF-16 units, the end exclusive. */
export type RedactedSpan = { start: number; end: number; reason: string };

export type RedactedText = {
  text: string;
  /** How many places stand redacted in it. */
  places: number;
  /** A stretch of it by the offsets of the text before, in UTF-16 units; what it only touches of a redaction, it takes whole. */
  slice: (start: number, end: number) => { start: number; end: number };
};

type Mark = { from: number; to: number; at: number; mark: string };

/**
 * A text with marks in the place of what is redacted. Spans may overlap or reach
 * over the text's end; what they cover together is one mark, by the reason of
 * the first. A mark says why and never how long the words were.
 */
export function redactWords(
  text: string,
  spans: readonly RedactedSpan[],
  markOf: (reason: string) => string,
): RedactedText {
  const marks: Mark[] = [];
  let out = "";
  let at = 0;
  for (const { start, end, reason } of joinOverlapping(text, spans)) {
    out += text.slice(at, start);
    const mark = markOf(reason);
    marks.push({ from: start, to: end, at: out.length, mark });
    out += mark;
    at = end;
  }
  out += text.slice(at);
  return {
    text: out,
    places: marks.length,
    slice: (start, end) => ({
      start: moved(marks, start, "start"),
      end: moved(marks, end, "end"),
    }),
  };
}

/** In order and apart, each within the text and cutting no letter in two. */
function joinOverlapping(
  text: string,
  spans: readonly RedactedSpan[],
): RedactedSpan[] {
  const within = spans
    .map(({ start, end, reason }) => ({
      start: wholeLetter(text, clamp(start, text), -1),
      end: wholeLetter(text, clamp(end, text), 1),
      reason,
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: RedactedSpan[] = [];
  for (const span of within) {
    const last = joined.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

const clamp = (offset: number, text: string) =>
  Math.max(0, Math.min(offset, text.length));

/** An offset between the halves of a pair moves to the side that takes the whole letter. */
function wholeLetter(text: string, offset: number, towards: 1 | -1): number {
  const isBetween =
    /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) &&
    /[\uDC00-\uDFFF]/.test(text.charAt(offset));
  return isBetween ? offset + towards : offset;
}

function moved(marks: readonly Mark[], offset: number, side: "start" | "end") {
  let shift = 0;
  for (const { from, to, at, mark } of marks) {
    if (side === "start" ? offset < from : offset <= from) break;
    const isInside = side === "start" ? offset < to : offset <= to;
    if (isInside) return side === "start" ? at : at + mark.length;
    shift = at + mark.length - to;
  }
  return offset + shift;
}
