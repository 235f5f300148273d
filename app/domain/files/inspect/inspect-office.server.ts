import type { FileFlag } from "../findings.ts";
import { type Archive, readArchive } from "../formats/archive.server.ts";
import { type Inspection, refuse } from "../inspection.ts";

type PackageType = "docx" | "xlsx" | "odt";

const openXml = "application/vnd.openxmlformats-officedocument";
const typesByMainPart: Record<string, PackageType> = {
  [`${openXml}.wordprocessingml.document.main+xml`]: "docx",
  [`${openXml}.spreadsheetml.sheet.main+xml`]: "xlsx",
};

const wantedParts =
  /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml|content\.xml|xl\/workbook\.xml)$|\.rels$|^word\/[^/]+\.xml$/;

/** A DOCX, XLSX or ODT is a ZIP that says what it is inside: any other ZIP is of the wrong type. */
export async function inspectOfficePackage(bytes: Buffer): Promise<Inspection> {
  const outcome = await readArchive(bytes, (name) => wantedParts.test(name));
  if (!outcome.ok) return refuse(outcome.reason);
  const { archive } = outcome;
  const contentTypes = textOf(archive, "[Content_Types].xml");
  if (hasMacros(archive, contentTypes)) return refuse("macro");
  const typeId = typeOfPackage(archive, contentTypes);
  if (!typeId) return refuse("wrong-type");
  if (/<manifest:encryption-data/.test(textOf(archive, manifestPart)))
    return refuse("encrypted");
  // No Office program writes a DTD; its entities are there to be expanded.
  if ([...archive.parts.keys()].some((name) => hasDtd(archive, name)))
    return refuse("unsafe-archive");
  return { ok: true, typeId, flags: [...flagsOf(archive, typeId)] };
}

const manifestPart = "META-INF/manifest.xml";

function textOf(archive: Archive, name: string): string {
  return archive.parts.get(name)?.toString("utf8") ?? "";
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
  const mainPart = tagsOf(textOf(archive, "_rels/.rels"), "Relationship").find(
    (tag) => attributeOf(tag, "Type").endsWith("/officeDocument"),
  );
  const target = mainPart && attributeOf(mainPart, "Target").replace(/^\//, "");
  if (!target || !archive.names.has(target)) return undefined;
  return tagsOf(contentTypes, "Override|Default")
    .map((tag) => typesByMainPart[attributeOf(tag, "ContentType")])
    .find((typeId) => typeId !== undefined);
}

function tagsOf(xml: string, names: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?(?:${names})\\s[^>]*>`, "g")) ?? [];
}

/** Programs differ in the order of attributes and in their quotes. */
function attributeOf(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    tag,
  );
  return value?.[1] ?? value?.[2] ?? "";
}

/** OpenOffice 1 to 3 wrote a DTD into the manifest, and only there; nothing of ours parses that part. */
function hasDtd(archive: Archive, name: string): boolean {
  return (
    name !== manifestPart && /<!(?:DOCTYPE|ENTITY)/i.test(textOf(archive, name))
  );
}

type FlagRule = { flag: FileFlag; part: RegExp; content: RegExp };

/** What staff should know before they open it. Names are tested where a part's content is not read. */
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
      /<draw:(?:image|object)[^>]+xlink:href="(?:https?|ftp|file|smb):|<text:dde-connection/i,
    ),
  ],
};

function rule(flag: FileFlag, part: RegExp, content: RegExp): FlagRule {
  return { flag, part, content };
}

function flagsOf(archive: Archive, typeId: PackageType): Set<FileFlag> {
  const flags = new Set<FileFlag>();
  for (const { flag, part, content } of flagRules[typeId])
    for (const [name, bytes] of archive.parts)
      if (part.test(name) && content.test(bytes.toString("utf8")))
        flags.add(flag);
  for (const [name, bytes] of archive.parts)
    if (name.endsWith(".rels"))
      for (const flag of externalTargets(bytes.toString("utf8")))
        flags.add(flag);
  for (const name of archive.names) {
    if (/^(?:word|xl)\/embeddings\/|^Object \d+\//.test(name))
      flags.add("embedded-object");
    if (/^xl\/externalLinks\//.test(name)) flags.add("external-content");
  }
  return flags;
}

/** What Office would fetch when the file is opened; a link that is only clicked is no reason to warn. */
function* externalTargets(relationships: string): Iterable<FileFlag> {
  for (const tag of tagsOf(relationships, "Relationship")) {
    if (attributeOf(tag, "TargetMode").toLowerCase() !== "external") continue;
    const kind = attributeOf(tag, "Type").split("/").at(-1);
    if (kind === "attachedTemplate") yield "external-template";
    else if (kind !== "hyperlink") yield "external-content";
  }
}
