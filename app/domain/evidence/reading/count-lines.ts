/** The line of a position, from 1. Positions are asked for in their order, so that each line is counted once. */
export function countLines(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (; counted < position; counted += 1)
      if (text[counted] === "\n") line += 1;
    return line;
  };
}

/** Where the next match of a pattern begins after a position; each is looked for once. */
export function findNextStarts(
  text: string,
  pattern: RegExp,
): (start: number) => number {
  let known = -1;
  return (start) => {
    if (known > start) return known;
    pattern.lastIndex = start + 1;
    known = pattern.exec(text)?.index ?? text.length;
    return known;
  };
}
