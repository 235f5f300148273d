const words =
  "care worker home school family listen change support trust sibling contact move placement court review plan visit friend foster kinship advocate nobody always never asked waited explained phone letter meeting money housing college health doctor hope afraid proud together apart".split(
    " ",
  );

/** The word the search looks for: in one text of a hundred. */
export const searchedWord = "lighthouse";

/** Made-up texts of 40 to 160 words, the same in each run. */
export function* madeUpTexts(count: number): Generator<string> {
  let seed = 20261122;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  for (let index = 0; index < count; index += 1) {
    const length = 40 + next(120);
    const text = Array.from({ length }, () => words[next(words.length)]);
    if (index % 100 === 0) text[next(length)] = searchedWord;
    yield text.join(" ");
  }
}
