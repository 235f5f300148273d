/** More than these are not told one by one. */
const mostTold = 20;

/**
 * The names in a value that are not in what was taken of it: each with the way
 * to it, "definition.pages.2.questions.0.lable". Zod leaves them out without a word.
 */
export function namesNotTaken(given: unknown, taken: unknown): string[] {
  const found: string[] = [];
  const compare = (one: unknown, other: unknown, way: string[]) => {
    if (!isObject(one) || !isObject(other)) return;
    for (const [name, member] of Object.entries(one)) {
      if (found.length >= mostTold) return;
      if (Object.hasOwn(other, name))
        compare(member, other[name], [...way, name]);
      else found.push([...way, name].join("."));
    }
  };
  compare(given, taken, []);
  return found;
}

/** Control characters, halves of a character, and what marks a search's hits: what is typed is kept without them. */
const unreadable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uE000\uE001]|\p{Surrogate}/u;

/** What is the matter with them, where a screen says it. */
export const unreadableSigns = "unreadable-signs";

/** The ways to texts in a value that hold what no screen can show. */
export function unreadableTexts(value: unknown, way: string[] = []): string[] {
  if (typeof value === "string")
    return unreadable.test(value) ? [way.join(".")] : [];
  if (!isObject(value)) return [];
  return Object.entries(value)
    .flatMap(([name, member]) => unreadableTexts(member, [...way, name]))
    .slice(0, mostTold);
}

/** A list too: its names are its places. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
