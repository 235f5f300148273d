export type XmlToken =
  | {
      kind: "start";
      name: string;
      /** With its prefix, as it is written. */
      fullName: string;
      isEmpty: boolean;
      attributes: string;
    }
  | { kind: "end"; name: string; fullName: string }
  | { kind: "text"; text: string };

/** The XML is not well-formed, or has a DTD, whose entities would be there to hurt. */
export class XmlRefusal extends Error {
  constructor(readonly reason: "malformed" | "dtd") {
    super(`The XML is refused: ${reason}`);
  }
}

/**
 * Reads XML from outside from left to right, each character once: no tree, no
 * entity of its own, nothing that grows faster than the text. Names come
 * without their prefix.
 */
export function* readXmlTokens(xml: string): Iterable<XmlToken> {
  let position = 0;
  for (;;) {
    const open = xml.indexOf("<", position);
    if (open < 0) return;
    if (open > position)
      yield { kind: "text", text: decodeEntities(xml.slice(position, open)) };
    if (xml.startsWith("<!--", open)) position = after(xml, "-->", open + 4);
    else if (xml.startsWith("<?", open)) position = after(xml, "?>", open + 2);
    else if (xml.startsWith("<![CDATA[", open)) {
      position = after(xml, "]]>", open + 9);
      yield { kind: "text", text: xml.slice(open + 9, position - 3) };
    } else if (xml.startsWith("<!", open)) throw new XmlRefusal("dtd");
    else {
      position = endOfTag(xml, open);
      yield readTag(xml.slice(open, position));
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlRefusal("malformed");
  return found + mark.length;
}

/** A `>` in a quoted value does not end a tag. */
function endOfTag(xml: string, open: number): number {
  const plain = /[^<>"']*/y;
  let position = open + 1;
  for (;;) {
    plain.lastIndex = position;
    position += plain.exec(xml)?.[0].length ?? 0;
    const next = xml[position];
    if (next === ">") return position + 1;
    if (next !== '"' && next !== "'") throw new XmlRefusal("malformed");
    position = after(xml, next, position + 1);
  }
}

function readTag(tag: string): XmlToken {
  const isEnd = tag.startsWith("</");
  const fullName = /^<\/?([^\s/>]*)/.exec(tag)?.[1] ?? "";
  const name = localName(fullName);
  if (isEnd) return { kind: "end", name, fullName };
  const isEmpty = tag.endsWith("/>");
  const attributes = tag.slice(1 + fullName.length, isEmpty ? -2 : -1);
  return { kind: "start", name, fullName, isEmpty, attributes };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A name is looked at from its beginning only, or one without end would be read again from each of its letters. */
const attribute =
  /(?<![^\s=])([^\s=]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute, by its name without a prefix; empty where there is none. */
export function attributeOf(attributes: string, name: string): string {
  for (const [, key = "", double, single] of attributes.matchAll(attribute))
    if (localName(key) === name) return decodeEntities(double ?? single ?? "");
  return "";
}

/** The attributes of a tag with their values as they are written, entities and all. */
export function listAttributes(
  attributes: string,
): { fullName: string; name: string; written: string }[] {
  return [...attributes.matchAll(attribute)].map(
    ([, fullName = "", double, single]) => ({
      fullName,
      name: localName(fullName),
      written: double ?? single ?? "",
    }),
  );
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
    },
  );
}
