import { DOMParser } from "@xmldom/xmldom";
import { readArchive } from "./archive.server.ts";

/** Deleted text, remarks and what is not shown are not what the author said. */
const leftOut = new Set([
  "text:tracked-changes",
  "office:annotation",
  "office:annotation-end",
  "text:hidden-text",
  "text:hidden-paragraph",
  "office:forms",
  "text:sequence-decls",
  "svg:title",
  "svg:desc",
]);
const paragraphs = new Set(["text:p", "text:h"]);
const elementNode = 1;
const textNode = 3;

/** @returns undefined where the document cannot be read; one with a DTD is not read at all. */
export async function extractOpenDocumentText(
  bytes: Buffer,
): Promise<string | undefined> {
  const outcome = await readArchive(bytes, (name) => name === "content.xml");
  const content = outcome.ok
    ? outcome.archive.parts.get("content.xml")?.toString("utf8")
    : undefined;
  if (content === undefined || /<!(?:DOCTYPE|ENTITY)/i.test(content))
    return undefined;
  const parts: string[] = [];
  const parser = new DOMParser({
    errorHandler: { fatalError: fail, error: fail, warning: () => {} },
  });
  const document = parser.parseFromString(content, "text/xml");
  const body = document.getElementsByTagName("office:text").item(0);
  if (!body) return undefined;
  collectText(body, parts);
  return parts.join("");
}

function fail(message: string): never {
  throw new Error(message);
}

function collectText(node: Node, parts: string[]) {
  if (node.nodeType === textNode) {
    parts.push((node.nodeValue ?? "").replace(/\s+/g, " "));
    return;
  }
  if (node.nodeType !== elementNode || leftOut.has(node.nodeName)) return;
  if (node.nodeName === "text:tab") parts.push("\t");
  if (node.nodeName === "text:line-break") parts.push("\n");
  if (node.nodeName === "text:s") parts.push(" ");
  for (let child = node.firstChild; child; child = child.nextSibling)
    collectText(child, parts);
  if (paragraphs.has(node.nodeName)) parts.push("\n");
  if (node.nodeName === "table:table-row") parts.push("\n");
}
