import { readXmlTokens, XmlRefusal, type XmlToken } from "./xml-tokens.ts";

export type TextRules = {
  /** Only what stands in the first element of this name; all, where it is left out. */
  within?: string;
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

/**
 * The text of an XML document by a format's rules, in the order of the document.
 * It is read as it comes, without a tree: how deep it is nested costs nothing.
 *
 * @throws XmlRefusal where it is not well-formed, has a DTD or not the element that is asked for.
 */
export function collectText(xml: string, rules: TextRules): string {
  const parts: string[] = [];
  const open: string[] = [];
  let readFrom = rules.within === undefined ? 0 : Infinity;
  let passedOverFrom = Infinity;
  for (const token of readXmlTokens(xml)) {
    const depth = open.length;
    const isRead = depth > readFrom && depth <= passedOverFrom;
    if (token.kind === "text") {
      if (isRead) parts.push(textOf(token.text, open.at(-1), rules));
      continue;
    }
    follow(token, open);
    const { fullName } = token;
    const isShown = isRead && !rules.leftOut.has(fullName);
    if (token.kind === "start") {
      if (isShown) parts.push(standsFor(rules.before, fullName));
      if (isShown && token.isEmpty)
        parts.push(standsFor(rules.after, fullName));
      if (readFrom === Infinity && fullName === rules.within) readFrom = depth;
      else if (isRead && !isShown && !token.isEmpty) passedOverFrom = depth;
      continue;
    }
    if (open.length === readFrom && rules.within !== undefined)
      return parts.join("");
    if (open.length === passedOverFrom) passedOverFrom = Infinity;
    else if (isShown) parts.push(standsFor(rules.after, fullName));
  }
  if (open.length > 0 || readFrom === Infinity)
    throw new XmlRefusal("malformed");
  return parts.join("");
}

/** Closes and opens elements as a token says. @throws where another is closed than was opened last. */
function follow(token: XmlToken & { kind: "start" | "end" }, open: string[]) {
  if (token.kind === "end") {
    if (open.pop() !== token.fullName) throw new XmlRefusal("malformed");
  } else if (!token.isEmpty) open.push(token.fullName);
}

function textOf(
  text: string,
  element: string | undefined,
  { textElements, collapsesBlanks }: TextRules,
): string {
  if (textElements && !textElements.has(element ?? "")) return "";
  return collapsesBlanks ? text.replace(/\s+/g, " ") : text;
}

/** Names come from outside: `constructor` is one that every object knows. */
function standsFor(texts: Readonly<Record<string, string>>, name: string) {
  return Object.hasOwn(texts, name) ? (texts[name] ?? "") : "";
}
