export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue | undefined };

/** Whether two values are written alike, whatever the order of their names. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return (
    canonicalJson((one ?? null) as JsonValue) ===
    canonicalJson((other ?? null) as JsonValue)
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
