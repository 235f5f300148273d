import { decodeText } from "../decode-text.ts";
import type { FileFlag } from "../findings.ts";
import type { Archive } from "../formats/archive.server.ts";
import { attributeOf, readXmlTokens } from "../formats/xml-tokens.ts";
import { ddeField } from "./dde-field.ts";

export type PackageType = "docx" | "xlsx" | "odt";

type FlagRule = { flag: FileFlag; part: RegExp; content: RegExp };

/** What staff should know before they open it. No pattern goes beyond its tag: `[^<>]` and not `[^>]`. */
const flagRules: Record<PackageType, FlagRule[]> = {
  docx: [
    rule(
      "tracked-changes",
      /^word\/.+\.xml$/,
      /<w:(?:ins|del|moveFrom|moveTo) /,
    ),
    rule(
      "hidden-text",
      /^word\/.+\.xml$/,
      /<w:vanish(?: ?\/>| w:val="(?:1|true|on)")/,
    ),
    rule("comments", /^word\/comments\.xml$/, /<w:comment /),
  ],
  xlsx: [
    rule("hidden-text", /^xl\/workbook\.xml$/, /state="(?:hidden|veryHidden)"/),
  ],
  odt: [
    rule("tracked-changes", /^content\.xml$/, /<text:tracked-changes/),
    rule(
      "hidden-text",
      /^content\.xml$/,
      /text:display="none"|<text:hidden-(?:text|paragraph)/,
    ),
    rule("comments", /^content\.xml$/, /<office:annotation[ >]/),
    rule(
      "external-content",
      /^content\.xml$/,
      /<draw:(?:image|object)[^<>]+xlink:href="(?:https?|ftp|file|smb):|<text:dde-connection/i,
    ),
  ],
};

function rule(flag: FileFlag, part: RegExp, content: RegExp): FlagRule {
  return { flag, part, content };
}

export function flagsOfPackage(
  archive: Archive,
  typeId: PackageType,
): Set<FileFlag> {
  const flags = new Set<FileFlag>();
  // Each part is decoded once and let go: together they may be 250 MB.
  for (const [name, bytes] of archive.parts)
    for (const flag of flagsOfPart(name, decodeText(bytes), typeId))
      flags.add(flag);
  for (const name of archive.names) {
    if (/^(?:word|xl)\/embeddings\/|^Object \d+\//.test(name))
      flags.add("embedded-object");
    if (/^xl\/externalLinks\//.test(name)) flags.add("external-content");
  }
  return flags;
}

function* flagsOfPart(
  name: string,
  text: string,
  typeId: PackageType,
): Iterable<FileFlag> {
  for (const { flag, part, content } of flagRules[typeId])
    if (part.test(name) && content.test(text)) yield flag;
  if (name.endsWith(".rels")) yield* externalTargets(text);
  if (/^docProps\/|^meta\.xml$/.test(name) && namesSomebody(text))
    yield "document-properties";
  if (/^word\/[^/]+\.xml$/.test(name) && ddeField.test(fieldsOf(text)))
    yield "dde-field";
}

/** What Office would fetch when the file is opened; a link that is only clicked is no reason to warn. */
function* externalTargets(relationships: string): Iterable<FileFlag> {
  for (const token of readXmlTokens(relationships)) {
    if (token.kind !== "start" || token.name !== "Relationship") continue;
    const { attributes } = token;
    if (attributeOf(attributes, "TargetMode").toLowerCase() !== "external")
      continue;
    const kind = attributeOf(attributes, "Type").split("/").at(-1);
    if (kind === "attachedTemplate") yield "external-template";
    else if (kind !== "hyperlink") yield "external-content";
  }
}

/** `lpwstr` is a property that somebody added by hand. */
const namingProperties = new Set([
  "creator",
  "initial-creator",
  "lastModifiedBy",
  "printed-by",
  "Company",
  "Manager",
  "lpwstr",
]);

function namesSomebody(properties: string): boolean {
  let current = "";
  for (const token of readXmlTokens(properties)) {
    if (token.kind === "start") current = token.isEmpty ? "" : token.name;
    else if (token.kind === "end") current = "";
    else if (namingProperties.has(current) && token.text.trim() !== "")
      return true;
  }
  return false;
}

/** Word may set a field's code in several runs, in the middle of a word. */
function fieldsOf(document: string): string {
  if (!/instr/i.test(document)) return "";
  const codes: string[] = [];
  let isCode = false;
  for (const token of readXmlTokens(document)) {
    if (token.kind === "text") {
      if (isCode) codes.push(token.text);
      continue;
    }
    isCode = token.kind === "start" && token.name === "instrText";
    if (token.kind !== "start") continue;
    if (token.name === "fldChar") codes.push(" ");
    if (token.name === "fldSimple")
      codes.push(` ${attributeOf(token.attributes, "instr")} `);
  }
  return codes.join("");
}
