import path from "node:path";
import { decodeText } from "../../decode-text.ts";
import type { Archive } from "../../formats/archive.server.ts";
import { escapeXml, rewriteXml } from "../../formats/xml-rewrite.ts";
import { attributeOf, readXmlTokens } from "../../formats/xml-tokens.ts";
import type { CleanedParts } from "../copying.ts";
import { keepTarget } from "./targets.ts";

/** How one part of a package of Office leads to another, or out of it. */
export type Relationship = {
  id: string;
  type: string;
  target: string;
  isExternal: boolean;
  /** In the package, of what is not elsewhere. */
  path: string;
};

export function textOfPart(parts: Archive["parts"], name: string): string {
  return decodeText(parts.get(name) ?? new Uint8Array());
}

/** Where the relationships of a part stand; those of the package itself, of none. */
export function relationshipsPathOf(part: string): string {
  return path.posix.join(
    path.posix.dirname(part),
    "_rels",
    `${path.posix.basename(part)}.rels`,
  );
}

/** What a part leads to; the package itself is the part without a name. */
export function relationshipsOf(
  parts: Archive["parts"],
  part: string,
): Relationship[] {
  const name = part === "" ? "_rels/.rels" : relationshipsPathOf(part);
  const found: Relationship[] = [];
  for (const token of readXmlTokens(textOfPart(parts, name))) {
    if (token.kind !== "start" || token.name !== "Relationship") continue;
    const of = (attribute: string) => attributeOf(token.attributes, attribute);
    const target = of("Target");
    const inPackage = target.startsWith("/")
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(part), target);
    found.push({
      ...{ id: of("Id"), type: of("Type"), target, path: inPackage },
      isExternal: of("TargetMode").toLowerCase() === "external",
    });
  }
  return found;
}

/** The document itself, as the package names it. */
export function mainPartOf(parts: Archive["parts"]): Relationship | undefined {
  return relationshipsOf(parts, "").find(({ type }) =>
    type.endsWith("/officeDocument"),
  );
}

/** The parts that stay, with what tells which there are and how they hang together. */
export function withDirectories(
  kept: ReadonlyMap<string, Buffer>,
  parts: Archive["parts"],
  {
    main,
    stayingOf,
  }: { main: Relationship; stayingOf: (part: string) => Relationship[] },
): CleanedParts {
  const cleaned: CleanedParts = new Map();
  const types = textOfPart(parts, "[Content_Types].xml");
  const written = (text: string) => Buffer.from(text);
  cleaned.set("[Content_Types].xml", written(writeContentTypes(types, kept)));
  cleaned.set("_rels/.rels", written(writeRelationships([main])));
  for (const [name, bytes] of kept) {
    cleaned.set(name, bytes);
    const staying = stayingOf(name);
    if (staying.length > 0)
      cleaned.set(
        relationshipsPathOf(name),
        written(writeRelationships(staying)),
      );
  }
  return cleaned;
}

function writeRelationships(relationships: Relationship[]): string {
  const rows = relationships.map(({ id, type, target, isExternal }) => {
    const led = isExternal ? keepTarget(target) : target;
    const mode = isExternal ? ' TargetMode="External"' : "";
    return `<Relationship Id="${quoted(id)}" Type="${quoted(type)}" Target="${quoted(led)}"${mode}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

const quoted = (text: string) => escapeXml(text).replaceAll('"', "&quot;");

function writeContentTypes(
  types: string,
  kept: ReadonlyMap<string, Buffer>,
): string {
  return rewriteXml(types, {
    fateOf: ({ name, attributes }) => {
      const part = attributeOf(attributes, "PartName").replace(/^\//, "");
      return name === "Override" && !kept.has(part) ? "drop" : "keep";
    },
    rewriteAttribute: ({ written: value }) => value,
  });
}
