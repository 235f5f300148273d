/** What a PDF's objects say they would do, gathered piece by piece so that no piece is kept. */
export type PdfStructure = {
  /** @param text what stands outside of streams, or in a stream of objects. */
  add: (text: string) => void;
  /** Those of the names Heard looks for that were met, `#xx` decoded. */
  names: ReadonlySet<string>;
  /** Links that are clicked are in most PDFs; one that opens by itself tells somebody that the file was opened. */
  opensAddressByItself: () => boolean;
};

const soughtName =
  "JavaScript|JS|Launch|SubmitForm|RichMedia|EmbeddedFile|FileAttachment";

/** Each repetition has a bound: digits or blanks without end would be read again from each of them. */
const token = new RegExp(
  [
    String.raw`(?<!\d)(?<object>\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj(?![A-Za-z])`,
    String.raw`(?<end>endobj)`,
    String.raw`(?<address>/S\s{0,20}/URI(?![A-Za-z0-9]))`,
    String.raw`/(?:OpenAction|AA)\s{0,20}(?:(?<inline><<)|(?<target>\d{1,10})\s{1,20}\d{1,5}\s{1,20}R)`,
    String.raw`/(?<name>${soughtName})(?![A-Za-z0-9])`,
  ].join("|"),
  "g",
);

/** How far an action that stands in its place may go. */
const inlineCharacters = 500;

export function openPdfStructure(): PdfStructure {
  const names = new Set<string>();
  const heads = new Set<string>();
  const withAddress = new Set<string>();
  const opened = new Set<string>();
  let current: string | undefined;
  let opensInline = false;

  function add(text: string) {
    let inlineUntil = -1;
    for (const { index, groups = {} } of decodeNames(text).matchAll(token)) {
      const { object, end, address, inline, target, name } = groups;
      if (object) heads.add((current = object));
      if (end) current = undefined;
      if (name) names.add(name);
      if (target) opened.add(target);
      if (inline) inlineUntil = index + inlineCharacters;
      if (!address) continue;
      if (index < inlineUntil) opensInline = true;
      withAddress.add(current ?? "");
    }
  }

  return {
    add,
    names,
    opensAddressByItself: () =>
      opensInline ||
      [...opened].some((target) =>
        // An object in an object stream has no heading: then any address counts.
        heads.has(target) ? withAddress.has(target) : withAddress.size > 0,
      ),
  };
}

function decodeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
