import type { TextRange } from "#app/db/search-words.ts";

/** A stretch of text that was or was not what somebody searched for. */
export type TextPart = { text: string; isHit: boolean };

const charactersBefore = 60;
const charactersShown = 200;

/** The words around the hits, where most of them stand together; nothing where there are none. */
export function excerptHits(
  text: string,
  hits: readonly TextRange[],
): TextPart[] {
  const shown = densestHits(hits);
  const first = shown[0];
  const last = shown.at(-1);
  if (!first || !last) return [];
  const { from, to } = wordsAround(text, { start: first.start, end: last.end });
  const parts: TextPart[] = [];
  let at = from;
  for (const hit of shown) {
    parts.push({ text: text.slice(at, hit.start), isHit: false });
    parts.push({ text: text.slice(hit.start, hit.end), isHit: true });
    at = hit.end;
  }
  parts.push({ text: text.slice(at, to), isHit: false });
  if (from > 0) parts.unshift({ text: "…", isHit: false });
  if (to < text.length) parts.push({ text: "…", isHit: false });
  return parts.filter((part) => part.text !== "");
}

/** The first of the runs of hits that fit into an excerpt which has the most. */
function densestHits(hits: readonly TextRange[]): readonly TextRange[] {
  const room = charactersShown - charactersBefore;
  let best: readonly TextRange[] = hits.slice(0, 1);
  let first = 0;
  hits.forEach((hit, index) => {
    while (first < index && hit.end - (hits[first]?.start ?? 0) > room)
      first += 1;
    if (index + 1 - first > best.length) best = hits.slice(first, index + 1);
  });
  return best;
}

function wordsAround(text: string, { start, end }: TextRange) {
  const from = Math.max(0, start - charactersBefore);
  const to = Math.max(end, Math.min(text.length, from + charactersShown));
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const cutBefore = from > 0 ? before.replace(/^\S*\s*/, "") : before;
  const cutAfter = to < text.length ? after.replace(/\S*$/, "") : after;
  return { from: start - cutBefore.length, to: end + cutAfter.length };
}
