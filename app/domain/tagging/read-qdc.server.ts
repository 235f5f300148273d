import type { XmlElement } from "libxml2-wasm";
import {
  type CodebookEntry,
  type CodebookRead,
  maxCodebookTags,
  splitNotes,
} from "./codebook-files.ts";
import { qdcSchema } from "./qdc-schema.ts";
import { childrenOf, readXml } from "../text/read-xml.server.ts";

/**
 * Reads a REFI-QDA codebook. What could make a parser reach out or grow is
 * refused before one sees it; what remains must be valid by the schema.
 */
export async function readQdc(text: string): Promise<CodebookRead> {
  // UTF-16 of English letters is text full of zeros, in which no DOCTYPE is seen.
  if (text.includes("\0")) return { ok: false, reason: "unreadable" };
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { ok: false, reason: "doctype" };
  const count = text.match(/<(?:\w+:)?Code[\s>]/g)?.length ?? 0;
  if (count > maxCodebookTags) return { ok: false, reason: "too-many", count };
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const schema = XmlDocument.fromString(qdcSchema);
  const validator = XsdValidator.fromDoc(schema);
  try {
    const read = await readXml(text, (document) => {
      validator.validate(document);
      return readCodes(document.root);
    });
    return read.ok
      ? { ok: true, entries: read.found }
      : { ...read, reason: "not-codebook" };
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

/** Counts its way down and does not call itself. @param root in which `Codes` stand */
export function readCodes(root: XmlElement): CodebookEntry[] {
  const entries: CodebookEntry[] = [];
  const waiting: { code: XmlElement; parentName: string | undefined }[] = [];
  const addCodes = (within: XmlElement, parentName: string | undefined) => {
    const codes = childrenOf(within).filter(({ name }) => name === "Code");
    for (const code of codes.reverse()) waiting.push({ code, parentName });
  };
  const codes = childrenOf(root).find(({ name }) => name === "Codes");
  if (codes) addCodes(codes, undefined);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const entry = readCode(next.code, next.parentName);
    entries.push(entry);
    addCodes(next.code, entry.name);
  }
  return entries;
}

function readCode(
  code: XmlElement,
  parentName: string | undefined,
): CodebookEntry {
  const description = childrenOf(code).find(
    ({ name }) => name === "Description",
  );
  return {
    line: code.line,
    guid: readGuid(code, "guid") || undefined,
    name: code.attr("name")?.value ?? "",
    ...splitNotes(description?.content ?? ""),
    tint: readTint(code.attr("color")?.value),
    parentName,
    isRetired: false,
  };
}

/** What programs call something, written one way; empty where it is not said. */
export function readGuid(element: XmlElement, attribute: string): string {
  const written = element.attr(attribute)?.value ?? "";
  return written.replace(/[{}\s]/g, "").toLowerCase();
}

/** `#rgb` is short for `#rrggbb`. */
function readTint(written: string | undefined): string | null {
  if (written === undefined) return null;
  const hue = written.trim().toLowerCase();
  return hue.length === 4 ? hue.replace(/[0-9a-f]/g, "$&$&") : hue;
}
