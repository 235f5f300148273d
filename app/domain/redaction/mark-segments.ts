import type { OffsetRange, Segment } from "../tagging/passages.ts";
import type { RedactionState } from "./redactions.ts";

type OpenState = Extract<RedactionState, "approved" | "proposed">;

/** Where words are redacted, or proposed to be. */
export type RedactedPlace = OffsetRange & { state: OpenState };

/** What is marked, over a stretch in which no mark begins or ends. */
export type RedactedSegment = Segment & { redacted: OpenState | undefined };

/** Cuts segments wherever a redaction begins or ends too. Their texts joined stay the text; where an approved one and a proposed one overlap, the approved is told. */
export function markSegments(
  segments: readonly Segment[],
  places: readonly RedactedPlace[],
): RedactedSegment[] {
  if (places.length === 0)
    return segments.map((one) => ({ ...one, redacted: undefined }));
  return segments.flatMap((segment) => cutSegment(segment, places));
}

function cutSegment(
  segment: Segment,
  places: readonly RedactedPlace[],
): RedactedSegment[] {
  const { startOffset, endOffset, endingPassageIds } = segment;
  const here = places.filter(
    (one) => one.startOffset < endOffset && one.endOffset > startOffset,
  );
  const cuts = new Set([startOffset, endOffset]);
  for (const one of here) {
    cuts.add(Math.max(one.startOffset, startOffset));
    cuts.add(Math.min(one.endOffset, endOffset));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const letters = here.length > 0 ? [...segment.text] : [];
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? endOffset;
    const isLast = to === endOffset;
    return {
      ...segment,
      startOffset: from,
      endOffset: to,
      text:
        here.length > 0
          ? letters.slice(from - startOffset, to - startOffset).join("")
          : segment.text,
      endingPassageIds: isLast ? endingPassageIds : [],
      redacted: stateAt(here, from),
    };
  });
}

function stateAt(here: RedactedPlace[], at: number): OpenState | undefined {
  const covering = here.filter(
    (one) => one.startOffset <= at && one.endOffset > at,
  );
  if (covering.some(({ state }) => state === "approved")) return "approved";
  return covering.length > 0 ? "proposed" : undefined;
}
