import { readXmlTokens } from "./xml-tokens.ts";

/** Far beyond what a person's document has, and little enough for a parser that makes a tree of it. */
const mostDeep = 200;
const mostNamespacesInScope = 500;
const mostNames = 1_000;

/**
 * Whether a parser can make a tree of a document in a time that grows with its
 * length: xmldom copies all namespaces in scope for each element that brings
 * another, mammoth goes into an element by calling itself and remembers each
 * name that it does not know.
 */
export function isOfOrdinaryShape(xml: string): boolean {
  const names = new Set<string>();
  const namespaces: number[] = [];
  let inScope = 0;
  for (const token of readXmlTokens(xml)) {
    if (token.kind === "text") continue;
    if (token.kind === "end") {
      inScope -= namespaces.pop() ?? 0;
      continue;
    }
    names.add(token.fullName);
    const declared = token.attributes.split("xmlns").length - 1;
    const isTooMuch =
      namespaces.length >= mostDeep ||
      inScope + declared > mostNamespacesInScope ||
      names.size > mostNames;
    if (isTooMuch) return false;
    if (token.isEmpty) continue;
    namespaces.push(declared);
    inScope += declared;
  }
  return true;
}
