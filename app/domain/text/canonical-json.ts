export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue | undefined };

/** Whether two values are written alike, whatever the order of their names; in time that the longer one's size bounds. */
export function isSameJson(one: unknown, other: unknown): boolean {
  const [a, b] = [one ?? null, other ?? null];
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string")
    return wellFormed(a) === wellFormed(b);
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && isSameList(a, b);
  return isSameObject(a as Members, b as Members);
}

type Members = Record<string, unknown>;

function isSameList(one: unknown[], other: unknown[]): boolean {
  return (
    one.length === other.length &&
    one.every((member, index) => isSameJson(member, other[index]))
  );
}

/** What is undefined is not written. */
function isSameObject(one: Members, other: Members): boolean {
  const count = (of: Members) =>
    Object.values(of).filter((value) => value !== undefined).length;
  return (
    count(one) === count(other) &&
    Object.entries(one).every(
      ([name, value]) =>
        value === undefined ||
        (other[name] !== undefined && isSameJson(value, other[name])),
    )
  );
}

/**
 * A value as RFC 8785 writes it, in which it has one form and no other: names in
 * the order of their UTF-16 units, no spaces, numbers and strings as JavaScript
 * writes them. Half of a pair of surrogates, which UTF-8 cannot say, is U+FFFD.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "string") return JSON.stringify(wellFormed(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [{ name, member }],
  );
  // Unlike any locale's, this order is that of the units.
  members.sort((a, b) => (a.name < b.name ? -1 : 1));
  const written = members.map(
    ({ name, member }) =>
      `${JSON.stringify(wellFormed(name))}:${canonicalJson(member)}`,
  );
  return `{${written.join(",")}}`;
}

const halfOfAPair = /\p{Surrogate}/gu;

function wellFormed(text: string): string {
  return text.replace(halfOfAPair, "\uFFFD");
}
