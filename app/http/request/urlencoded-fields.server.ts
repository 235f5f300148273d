/** More pairs than any form of ours has; what follows is not looked at. */
export const mostPairs = 2_000;

/** No field of ours has a longer name, percent-encoded. */
const maxNameCharacters = 600;

/**
 * Reads a urlencoded body pair by pair and no further than `mostPairs`: to make
 * a form of six megabytes of `a=&` stops a server for seconds.
 *
 * @param isKnown which names are read; the values of the others are not even decoded.
 * @returns whether there were more pairs than are read.
 */
export function readUrlencoded(
  body: string,
  isKnown: (name: string) => boolean,
): { pairs: [name: string, value: string][]; hasMore: boolean } {
  const pairs: [string, string][] = [];
  let start = 0;
  for (let count = 0; count < mostPairs && start < body.length; count += 1) {
    const next = body.indexOf("&", start);
    const end = next === -1 ? body.length : next;
    const equals = body.indexOf("=", start);
    const nameEnd = equals === -1 || equals > end ? end : equals;
    if (nameEnd - start <= maxNameCharacters) {
      const name = decode(body.slice(start, nameEnd));
      if (end > start && isKnown(name))
        pairs.push([name, decode(body.slice(nameEnd + 1, end))]);
    }
    start = end + 1;
  }
  return { pairs, hasMore: start < body.length };
}

/** As a browser encodes it, whatever stands in it: what cannot be decoded stays as it is. */
function decode(encoded: string): string {
  return new URLSearchParams(`v=${encoded}`).get("v") ?? "";
}
