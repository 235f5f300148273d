import type { MoveCounts } from "./codebook-changes.ts";

/** A passage as far as it matters where it goes. */
export type MovingPassage = {
  publicId: string;
  responseId: number;
  answerId: number | null;
  attachmentId: number | null;
  startOffset: number;
  endOffset: number;
  memo: string;
  taggedBy: string;
  taggedAt: string;
  takenBackAt: string | null;
};

export type MovingWhole = {
  responseId: number;
  taggedBy: string;
  taggedAt: string;
};

type Tagged = { passages: MovingPassage[]; wholes: MovingWhole[] };

export type MovePlan = {
  /** What goes over as it is. */
  passages: MovingPassage[];
  wholes: MovingWhole[];
  /** The same words have the other tag already: the two become one, their memos together. */
  joinedPassages: { passage: MovingPassage; into: MovingPassage }[];
  joinedWholes: MovingWhole[];
  /** Of what goes over, how many passages stand across others that have the tag, and stay beside them. */
  overlaps: number;
};

/**
 * What becomes of everything that goes from one tag to another. The same tag on
 * the same words is one, whoever gave it. In time that grows with what there is.
 */
export function planMoves(moving: Tagged, there: Tagged): MovePlan {
  const places = new Map(
    there.passages
      .filter(({ takenBackAt }) => takenBackAt === null)
      .map((passage) => [placeOf(passage), passage]),
  );
  const plan: MovePlan = {
    ...{ passages: [], wholes: [], joinedPassages: [], joinedWholes: [] },
    overlaps: 0,
  };
  for (const passage of moving.passages) {
    const into =
      passage.takenBackAt === null ? places.get(placeOf(passage)) : undefined;
    if (into) plan.joinedPassages.push({ passage, into });
    else plan.passages.push(passage);
  }
  const have = new Set(there.wholes.map(({ responseId }) => responseId));
  for (const whole of moving.wholes)
    (have.has(whole.responseId) ? plan.joinedWholes : plan.wholes).push(whole);
  plan.overlaps = countOverlaps(plan.passages, there.passages);
  return plan;
}

/** How much a plan moves. */
export function countMoves(plan: MovePlan): MoveCounts {
  return {
    passages: plan.passages.length + plan.joinedPassages.length,
    wholes: plan.wholes.length + plan.joinedWholes.length,
    joined: plan.joinedPassages.length + plan.joinedWholes.length,
  };
}

const textOf = ({ answerId, attachmentId }: MovingPassage) =>
  answerId === null ? `file ${attachmentId}` : `answer ${answerId}`;

const placeOf = (passage: MovingPassage) =>
  `${textOf(passage)} ${passage.startOffset} ${passage.endOffset}`;

function countOverlaps(moving: MovingPassage[], there: MovingPassage[]) {
  const texts = new Map<string, { start: number; furthest: number }[]>();
  const inOrder = [...there].sort((a, b) => a.startOffset - b.startOffset);
  for (const passage of inOrder) {
    const key = textOf(passage);
    const spans = texts.get(key) ?? [];
    texts.set(key, spans);
    const furthest = Math.max(spans.at(-1)?.furthest ?? 0, passage.endOffset);
    spans.push({ start: passage.startOffset, furthest });
  }
  return moving.filter((passage) => {
    const spans = texts.get(textOf(passage)) ?? [];
    const before = spans[lastBefore(spans, passage.endOffset)];
    return before !== undefined && before.furthest > passage.startOffset;
  }).length;
}

/** The last that begins before a place, by halves; -1 for none. */
function lastBefore(spans: { start: number }[], end: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
