import {
  listAttributes,
  readXmlTokens,
  XmlRefusal,
  type XmlToken,
} from "./xml-tokens.ts";

export type StartTag = XmlToken & { kind: "start" };

/** What becomes of an element: it stays, goes with all that is in it, or leaves only that behind. */
export type Fate = "keep" | "drop" | "unwrap";

export type RewriteRules = {
  /** Asked for each element in the order of the document, also within what is dropped. */
  fateOf: (tag: StartTag) => Fate;
  /** Told when an element ends. */
  onEnd?: (name: string) => void;
  /** Told of a text that stays. */
  onText?: (text: string) => void;
  /** The value an attribute has from now on, as it is to be written; undefined where it goes. */
  rewriteAttribute: (attribute: {
    name: string;
    fullName: string;
    written: string;
    element: string;
  }) => string | undefined;
};

/**
 * An XML document without what its rules take out; comments and instructions
 * to programs are gone as well. It is written as it is read, without a tree.
 *
 * @throws XmlRefusal where it is not well-formed or has a DTD.
 */
export function rewriteXml(xml: string, rules: RewriteRules): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  const open: { fullName: string; name: string; fate: Fate }[] = [];
  let droppedFrom = Infinity;
  for (const token of readXmlTokens(xml)) {
    const isKept = open.length < droppedFrom;
    if (token.kind === "text") {
      if (!isKept || open.length === 0) continue;
      rules.onText?.(token.text);
      parts.push(escapeXml(token.text));
    } else if (token.kind === "start") {
      const fate = rules.fateOf(token);
      if (isKept && fate === "keep") parts.push(writeTag(token, rules));
      if (token.isEmpty) {
        rules.onEnd?.(token.name);
        continue;
      }
      if (isKept && fate === "drop") droppedFrom = open.length;
      open.push({ fullName: token.fullName, name: token.name, fate });
    } else {
      const opened = open.pop();
      if (opened?.fullName !== token.fullName)
        throw new XmlRefusal("malformed");
      rules.onEnd?.(opened.name);
      if (open.length === droppedFrom) droppedFrom = Infinity;
      else if (isKept && opened.fate === "keep")
        parts.push(`</${token.fullName}>`);
    }
  }
  if (open.length > 0) throw new XmlRefusal("malformed");
  return parts.join("");
}

const nameOfElement = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u;

function writeTag(tag: StartTag, { rewriteAttribute }: RewriteRules): string {
  if (!nameOfElement.test(tag.fullName)) throw new XmlRefusal("malformed");
  const attributes = listAttributes(tag.attributes).map((attribute) => {
    const value = rewriteAttribute({ ...attribute, element: tag.name });
    if (value === undefined) return "";
    const written = value.replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    return ` ${attribute.fullName}="${written}"`;
  });
  return `<${tag.fullName}${attributes.join("")}${tag.isEmpty ? "/>" : ">"}`;
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** What XML does not allow at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}
