/** A stretch of text that was or was not what somebody searched for. */
export type TextPart = { text: string; isHit: boolean };

/** A snippet's marked text as parts, so that a page can show hits without any HTML in the data. */
export function splitHits(
  marked: string,
  marks: { start: string; end: string },
): TextPart[] {
  return marked.split(marks.start).flatMap((stretch, index) => {
    if (index === 0) return partOf(stretch, false);
    const [hit = "", ...rest] = stretch.split(marks.end);
    return [...partOf(hit, true), ...partOf(rest.join(""), false)];
  });
}

function partOf(text: string, isHit: boolean): TextPart[] {
  return text === "" ? [] : [{ text, isHit }];
}
