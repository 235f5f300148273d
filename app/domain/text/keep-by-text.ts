/** In UTF-16 code units of the texts. */
const mostCharacters = 2_000_000;

/**
 * Reads each text once as long as it is wanted now and then: there is one
 * object for one text, so that what is made of the object can be kept by it.
 * What follows from a text alone is true in every transaction and process.
 *
 * Nobody can write in it: it is another request's as well.
 */
export function keepByText<Value>(
  read: (text: string) => Value,
): (text: string) => Value {
  const kept = new Map<string, Value>();
  let characters = 0;
  const forget = (text: string) => {
    if (kept.delete(text)) characters -= text.length;
  };
  return (text) => {
    const known = kept.get(text);
    const value = known ?? frozen(read(text));
    // Behind the others: who was not wanted for longest goes first.
    forget(text);
    kept.set(text, value);
    characters += text.length;
    for (const oldest of kept.keys()) {
      if (characters <= mostCharacters) break;
      forget(oldest);
    }
    return value;
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
