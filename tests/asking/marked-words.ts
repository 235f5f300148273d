/*
 * A made-up language: every letter of its words is another than ours, so that a
 * word that stands in a page in plain letters came from somewhere else.
 */

const letters = /\{\w+\}|\S+@\S+|https?:\/\/\S+|[A-Za-z]/g;

/** The same text in letters of full width; addresses and places that a script fills stay. */
export function mark(text: string): string {
  return text.replace(letters, (found) =>
    found.length > 1
      ? found
      : String.fromCharCode(found.charCodeAt(0) + 0xfe_e0),
  );
}

/** What was put into a sentence stays as it was put there. */
function markAround(text: string, given: string[]): string {
  const [first, ...others] = given.filter((one) => text.includes(one));
  if (first === undefined) return mark(text);
  return text
    .split(first)
    .map((part) => markAround(part, others))
    .join(first);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string")
    return /[A-Za-z]{2}/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function markResult(value: unknown, given: string[]): unknown {
  if (typeof value === "string") return markAround(value, given);
  if (Array.isArray(value)) return value.map((one) => markResult(one, given));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, markResult(one, given)]),
  );
}

/** Marks every word of a catalogue where it stands. @returns what puts them back */
export function markWords(catalogue: object): () => void {
  const before: [owner: Record<string, unknown>, name: string, was: unknown][] =
    [];
  const walk = (part: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === "string") {
        before.push([part, name, value]);
        part[name] = mark(value);
      } else if (typeof value === "function") {
        before.push([part, name, value]);
        part[name] = (...given: unknown[]) =>
          markResult(
            (value as (...of: unknown[]) => unknown)(...given),
            textsIn(given),
          );
      } else if (typeof value === "object" && value !== null)
        walk(value as Record<string, unknown>);
    }
  };
  walk(catalogue as Record<string, unknown>);
  return () => {
    for (const [part, name, was] of before.reverse()) part[name] = was;
  };
}

/** A call with a marked translation of each of its texts. */
export function markCall<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(markCall) as Part;
  if (typeof part !== "object" || part === null) return part;
  const { en } = part as { en?: unknown };
  if (typeof en === "string") return { ...part, cy: mark(en) };
  return Object.fromEntries(
    Object.entries(part).map(([name, one]) => [name, markCall(one)]),
  ) as Part;
}

/** What is the same in every language. */
const same =
  /\S+@\S+|https?:\/\/\S+|\b(Heard|English|Cymraeg|RIS|BibTeX|CSL-JSON|DOI|ORCID|PDF|JSON|URL|MB|kB|SHA)\b|\b[A-Z]-[A-Z0-9-]+\b|\b[\w-]{40,}|^(true|false)$/g;

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
};

/** Words of a page in plain letters: of its texts, and of what a screen reader or a tab says. */
export function unmarkedIn(html: string): string[] {
  const visible = html
    .replace(/<(script|style|del)\b.*?<\/\1>/gs, " ")
    .replace(/<(\w+)[^>]* (lang="en"|translate="no")[^>]*>.*?<\/\1>/gs, " ");
  const said = [
    ...visible.matchAll(
      / (?:aria-label|title|alt|placeholder|data-heard-words|data-[\w-]*(?:label|text|words?))="([^"]*)"/g,
    ),
  ];
  const described = [
    ...visible.matchAll(/<meta name="description" content="([^"]*)"/g),
  ];
  const texts = [
    ...visible.replace(/<textarea\b.*?<\/textarea>/gs, " ").split(/<[^>]*>/),
    ...[...said, ...described].map(([, text = ""]) =>
      text.replace(/&quot;[\w-]+&quot;:/g, " "),
    ),
  ];
  return texts
    .map((text) =>
      text
        .replace(/&([a-z]+|#x27);/g, (_, name: string) => entities[name] ?? " ")
        .replace(same, " ")
        .replace(/\{\w+\}/g, " ")
        .trim(),
    )
    .filter((text) => /[A-Za-z]{2}/.test(text));
}
