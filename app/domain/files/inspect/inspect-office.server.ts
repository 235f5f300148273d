import { decodeText } from "../decode-text.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { type Archive, readArchive } from "../formats/archive.server.ts";
import {
  attributeOf,
  readXmlTokens,
  XmlRefusal,
} from "../formats/xml-tokens.ts";
import { kindOfZip } from "../foreign-types.ts";
import { type Inspection, refuse, refuseKind } from "../inspection.ts";
import { flagsOfPackage, type PackageType } from "./office-flags.ts";

const openXml = "application/vnd.openxmlformats-officedocument";
const typesByMainPart: Record<string, PackageType> = {
  [`${openXml}.wordprocessingml.document.main+xml`]: "docx",
  [`${openXml}.spreadsheetml.sheet.main+xml`]: "xlsx",
};

const wantedParts =
  /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml|content\.xml|meta\.xml|xl\/workbook\.xml|docProps\/[^/]+\.xml)$|\.rels$|^word\/[^/]+\.xml$/;

/** A DOCX, XLSX or ODT is a ZIP that says what it is inside: any other is another program's document or an archive. */
export async function inspectOfficePackage(
  file: FileBytes,
): Promise<Inspection> {
  const outcome = await readArchive(file, (name) => wantedParts.test(name));
  if (!outcome.ok) return refuse(outcome.reason);
  try {
    return inspectParts(outcome.archive);
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    return refuse(error.reason === "dtd" ? "unsafe-archive" : "corrupt");
  }
}

function inspectParts(archive: Archive): Inspection {
  const contentTypes = textOf(archive, "[Content_Types].xml");
  if (hasMacros(archive, contentTypes)) return refuse("macro");
  const typeId = typeOfPackage(archive, contentTypes);
  if (!typeId) {
    const mimetype = textOf(archive, "mimetype").trim();
    return refuseKind(kindOfZip(archive.names, { mimetype, contentTypes }));
  }
  if (textOf(archive, manifestPart).includes("<manifest:encryption-data"))
    return refuse("encrypted");
  // No Office program writes a DTD; its entities are there to be expanded.
  if ([...archive.parts.keys()].some((name) => hasDtd(archive, name)))
    return refuse("unsafe-archive");
  return { ok: true, typeId, flags: [...flagsOfPackage(archive, typeId)] };
}

const manifestPart = "META-INF/manifest.xml";

/** Office reads a part in UTF-16 as well as one in UTF-8. */
function textOf(archive: Archive, name: string): string {
  return decodeText(archive.parts.get(name) ?? new Uint8Array());
}

function hasMacros(archive: Archive, contentTypes: string): boolean {
  const macroPart =
    /(?:^|\/)vbaProject\.bin$|(?:^|\/)vbaData\.xml$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/.+\/(?!script-l[bc]\.xml$)[^/]+$/i;
  return (
    /macroEnabled/i.test(contentTypes) ||
    [...archive.names].some((name) => macroPart.test(name))
  );
}

function typeOfPackage(
  archive: Archive,
  contentTypes: string,
): PackageType | undefined {
  const mimetype = textOf(archive, "mimetype").trim();
  if (mimetype === "application/vnd.oasis.opendocument.text")
    return archive.names.has("content.xml") ? "odt" : undefined;
  const target = mainPartOf(textOf(archive, "_rels/.rels"));
  if (!target || !archive.names.has(target)) return undefined;
  for (const token of readXmlTokens(contentTypes)) {
    if (token.kind !== "start" || !/^(?:Override|Default)$/.test(token.name))
      continue;
    const type = attributeOf(token.attributes, "ContentType");
    if (Object.hasOwn(typesByMainPart, type)) return typesByMainPart[type];
  }
  return undefined;
}

function mainPartOf(relationships: string): string | undefined {
  for (const token of readXmlTokens(relationships)) {
    if (token.kind !== "start" || token.name !== "Relationship") continue;
    if (attributeOf(token.attributes, "Type").endsWith("/officeDocument"))
      return attributeOf(token.attributes, "Target").replace(/^\//, "");
  }
  return undefined;
}

/** OpenOffice 1 to 3 wrote a DTD into the manifest, and only there; nothing of ours parses that part. */
function hasDtd(archive: Archive, name: string): boolean {
  return (
    name !== manifestPart && /<!(?:DOCTYPE|ENTITY)/i.test(textOf(archive, name))
  );
}
