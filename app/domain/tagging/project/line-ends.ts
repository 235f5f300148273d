/** A text with line ends of one letter, and where in it each place of the text as it came now stands; both in code points. */
export type JoinedText = { text: string; placeOf: (place: number) => number };

/**
 * Programs on Windows give texts back with line ends of two letters, which NVivo and
 * MAXQDA count as two and ATLAS.ti as one (QualCoder found out by their files). What
 * Heard gives out has line ends of one.
 */
export function joinLineEnds(came: string, countsTwo: boolean): JoinedText {
  if (!came.includes("\r")) return { text: came, placeOf: (place) => place };
  const text = came.replace(/\r\n?/g, "\n");
  if (!countsTwo) return { text, placeOf: (place) => place };
  const dropped = placesOfDropped(came);
  return { text, placeOf: (place) => place - countBelow(dropped, place) };
}

/** Of each letter that goes, in code points of the text as it came. */
function placesOfDropped(came: string): number[] {
  const dropped: number[] = [];
  let place = 0;
  let before = "";
  for (const letter of came) {
    if (letter === "\n" && before === "\r") dropped.push(place - 1);
    before = letter;
    place += 1;
  }
  return dropped;
}

/** How many of some places, in order, stand before one. */
function countBelow(places: readonly number[], place: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] ?? place) < place) from = middle + 1;
    else to = middle;
  }
  return from;
}
