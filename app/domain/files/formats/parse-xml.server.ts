import { DOMParser } from "@xmldom/xmldom";

const elementNode = 1;
const textNode = 3;

/**
 * Parses a part of a document from outside.
 *
 * @throws where it is not well-formed or has a DTD, whose entities would be there to hurt.
 */
export function parseXml(xml: string): Document {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error("The XML has a DTD");
  const fail = (message: string) => {
    throw new Error(message);
  };
  return new DOMParser({
    errorHandler: { fatalError: fail, error: fail, warning: () => {} },
  }).parseFromString(xml, "text/xml");
}

type TextRules = {
  /** Elements whose whole content is passed over. */
  leftOut: ReadonlySet<string>;
  /** What stands for an element: before its content, or after it. */
  before: Readonly<Record<string, string>>;
  after: Readonly<Record<string, string>>;
  /** The elements that hold what was written; any, where it is left out. */
  textElements?: ReadonlySet<string>;
  /** A run of blank characters counts as one, as in HTML. */
  collapsesBlanks?: boolean;
};

/** The text below a node by a format's rules, in the order of the document. */
export function collectText(node: Node, rules: TextRules): string {
  const parts: string[] = [];
  const visit = (current: Node) => {
    const parentName = current.parentNode?.nodeName ?? "";
    if (current.nodeType === textNode) {
      if (!rules.textElements || rules.textElements.has(parentName))
        parts.push(blanksOf(current.nodeValue ?? "", rules));
      return;
    }
    const name = current.nodeName;
    if (current.nodeType !== elementNode || rules.leftOut.has(name)) return;
    parts.push(standsFor(rules.before, name));
    for (let child = current.firstChild; child; child = child.nextSibling)
      visit(child);
    parts.push(standsFor(rules.after, name));
  };
  visit(node);
  return parts.join("");
}

/** Names come from outside: `constructor` is one that every object knows. */
function standsFor(texts: Readonly<Record<string, string>>, name: string) {
  return Object.hasOwn(texts, name) ? (texts[name] ?? "") : "";
}

function blanksOf(text: string, rules: TextRules): string {
  return rules.collapsesBlanks ? text.replace(/\s+/g, " ") : text;
}
