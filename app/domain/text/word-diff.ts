/** Words as they stand in both texts, or in one of them. */
export type WordRun = { kind: "same" | "gone" | "new"; words: string };

/** Pairs of words that are compared at most for one text; above, what differs is told as a whole. */
const mostPairs = 1_000_000;
/** For all the texts of a screen. */
const mostPairsOfScreen = 5_000_000;

/**
 * What differs between two texts, word by word.
 *
 * @param of how many texts the screen compares: each has its share of the time
 */
export function diffWords(before: string, after: string, of = 1): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head])
    head += 1;
  let tail = 0;
  while (
    tail < Math.min(old.length, now.length) - head &&
    old.at(-1 - tail) === now.at(-1 - tail)
  )
    tail += 1;
  const middle = diffMiddle(
    old.slice(head, old.length - tail),
    now.slice(head, now.length - tail),
    Math.min(mostPairs, mostPairsOfScreen / of),
  );
  return joinRuns([
    ...now.slice(0, head).map(run("same")),
    ...middle,
    ...now.slice(now.length - tail).map(run("same")),
  ]);
}

const wordsOf = (text: string) => text.match(/\S+|\s+/g) ?? [];
const run = (kind: WordRun["kind"]) => (words: string) => ({ kind, words });

/** The longest common run of words, by the table of its lengths. */
function diffMiddle(old: string[], now: string[], most: number): WordRun[] {
  if (old.length * now.length > most)
    return [...old.map(run("gone")), ...now.map(run("new"))];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [one, other] = [old[i], now[j]];
    if (one !== undefined && one === other) {
      runs.push({ kind: "same", words: one });
      i += 1;
      j += 1;
    } else if (
      one !== undefined &&
      (other === undefined || at(i + 1, j) >= at(i, j + 1))
    ) {
      runs.push({ kind: "gone", words: one });
      i += 1;
    } else {
      runs.push({ kind: "new", words: other ?? "" });
      j += 1;
    }
  }
  return runs;
}

function joinRuns(runs: WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  for (const one of runs) {
    const last = joined.at(-1);
    if (last?.kind === one.kind) last.words += one.words;
    else joined.push({ ...one });
  }
  return joined;
}
