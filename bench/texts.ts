const words =
  "care worker home school family listen change support trust sibling contact move placement court review plan visit friend foster kinship advocate nobody always never asked waited explained phone letter meeting money housing college health doctor hope afraid proud together apart".split(
    " ",
  );
const syllables =
  "ba be bo da de do ga ge go ka ke ko la le lo ma me mo na ne no".split(" ");

/** The word the search looks for: in one text of a hundred. */
export const searchedWord = "lighthouse";
/** In nearly every text. */
export const commonWord = "care";
/** In twenty texts, however many there are. */
export const rareWord = "lamplighter";
const rareTexts = 20;

/** Made-up texts of 40 to 160 words, the same in each run; one word of twenty-five is one of nine thousand. */
export function* madeUpTexts(count: number): Generator<string> {
  let seed = 20261122;
  const next = (below: number) => {
    // The last bits of such a seed go round in a small circle.
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 8) % below;
  };
  const syllable = () => syllables[next(syllables.length)] ?? "";
  const word = () =>
    next(25) === 0
      ? syllable() + syllable() + syllable()
      : words[next(words.length)];
  const rareEvery = Math.max(1, Math.floor(count / rareTexts));
  for (let index = 0; index < count; index += 1) {
    const length = 40 + next(120);
    const text: string[] = [];
    while (text.length < length) text.push(word() ?? "");
    if (index % 100 === 0) text[next(length)] = searchedWord;
    const isRare = index % rareEvery === 0 && index / rareEvery < rareTexts;
    if (isRare) text[next(length)] = rareWord;
    yield text.join(" ");
  }
}
