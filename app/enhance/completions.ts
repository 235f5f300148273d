/** What a search can be completed with, as its page hands it over. */
export type Known = {
  keys: { key: string; finds: string }[];
  values: Record<string, string[]>;
  /** With `{count}` where the number goes. */
  words: { none: string; one: string; many: string };
};

export type Completion = {
  text: string;
  hint: string | undefined;
  /** So many letters before the caret stand for what it begins. */
  replaces: number;
};

const mostOffered = 8;

/** What the text before the caret may go on with: keys, then the values of one. */
export function completionsOf(before: string, known: Known): Completion[] {
  const [, key, value] =
    /(?:^|[\s(-])([\p{L}-]+)[:\uFF1A](\s*"?[^"\s()]*)$/u.exec(before) ?? [];
  if (key !== undefined && value !== undefined) {
    const values = valuesOf(key.toLowerCase(), value, known);
    // Behind a blank another key may begin.
    if (values.length > 0 || !/^\s+[^"\s]/u.test(value)) return values;
  }
  const [, begun] = /(?:^|[\s(-])([\p{L}][\p{L}-]*)$/u.exec(before) ?? [];
  if (begun === undefined || isInQuotes(before)) return [];
  return known.keys
    .filter(({ key: one }) => one.startsWith(begun.toLowerCase()))
    .slice(0, mostOffered)
    .map(({ key: one, finds }) => ({
      text: `${one}:`,
      hint: finds,
      replaces: begun.length,
    }));
}

function isInQuotes(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1;
}

function valuesOf(key: string, typed: string, known: Known): Completion[] {
  const begun = typed.replace(/^\s*"?/, "").toLowerCase();
  const values = Object.hasOwn(known.values, key) ? known.values[key] : [];
  return (values ?? [])
    .filter((value) => isBegun(value.toLowerCase(), begun))
    .slice(0, mostOffered)
    .map((value) => ({
      text: `${/^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value}"`} `,
      hint: undefined,
      replaces: typed.length,
    }));
}

/** The whole or one of its words. */
function isBegun(value: string, begun: string): boolean {
  return (
    value !== begun &&
    (value.startsWith(begun) ||
      value.split(/[\s-]+/).some((word) => word.startsWith(begun)))
  );
}
