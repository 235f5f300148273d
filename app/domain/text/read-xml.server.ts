import type { XmlDocument, XmlElement, XmlNode } from "libxml2-wasm";

export type XmlFault = { line: number; detail: string };

/**
 * Reads XML that somebody brought, by a parser that reaches for nothing outside it;
 * its memory is given back whatever becomes of it. What could make it grow, a
 * DOCTYPE, is refused by whoever calls it.
 *
 * @returns what `read` makes of the document; where it is not well-formed, or
 *   `read` finds it not valid, the first thing that is wrong.
 */
export async function readXml<Found>(
  xml: string,
  read: (document: XmlDocument) => Found,
): Promise<{ ok: true; found: Found } | ({ ok: false } & XmlFault)> {
  const { ParseOption, XmlDocument, XmlLibError } =
    await import("libxml2-wasm");
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;
  try {
    const document = XmlDocument.fromString(xml.trimStart(), { option });
    try {
      return { ok: true, found: read(document) };
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    const detail = (first?.message ?? error.message).trim().slice(0, 300);
    return { ok: false, line: first?.line ?? 1, detail };
  }
}

/** The elements in an element. */
export function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child; child = child.next)
    if (isElement(child)) children.push(child);
  return children;
}

function isElement(node: XmlNode): node is XmlElement {
  return "attrs" in node;
}
