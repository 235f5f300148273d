/** Whether its lists and objects stand deeper in each other than `most`, told from its signs alone: a parser would have built them. */
export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let isInWords = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInWords) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isInWords = false;
    } else if (sign === '"') isInWords = true;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** The line on which a text stops being JSON, the first being 1; undefined where its end is missing. */
export function lineOfFault(text: string, error: unknown): number | undefined {
  if (!(error instanceof SyntaxError)) throw error;
  const [, place] = /at position (\d+)/.exec(error.message) ?? [];
  if (place === undefined) return undefined;
  return text.slice(0, Number(place)).split("\n").length;
}
