import { unpackArchive } from "../../files/archives.server.ts";
import { maxCodebookTags } from "../codebook-files.ts";
import { parseProject } from "./parse-project.server.ts";
import {
  maxProjectMembers,
  maxProjectPassages,
  maxProjectXmlBytes,
  type ProjectRead,
} from "./project.ts";

const isDescription = (name: string) => /\.qde$/i.test(name);
const isText = (name: string) => /^sources\/[^/]+\.txt$/i.test(name);

/**
 * Reads a REFI-QDA project (`.qdpx`). The archive's names, sizes, ratios and number
 * of members are looked at before anything is unpacked; what could make a parser of
 * XML reach out or grow is refused before one sees it.
 */
export async function unpackProject(bytes: Buffer): Promise<ProjectRead> {
  const read = await unpackArchive(bytes, {
    isWanted: (name) => isDescription(name) || isText(name),
    maxEntries: maxProjectMembers,
  });
  if (!read.ok) return read;
  const { parts } = read;
  const described = [...parts.keys()].filter(isDescription);
  if (described.length > 1) return { ok: false, reason: "two-projects" };
  const [name] = described;
  const qde = name?.includes("/") ? undefined : parts.get(name ?? "");
  if (!qde) return { ok: false, reason: "no-project" };
  if (qde.length > maxProjectXmlBytes) return { ok: false, reason: "too-big" };
  const xml = decode(qde);
  if (xml === undefined) return { ok: false, reason: "not-utf8" };
  const refusal = refuseXml(xml);
  if (refusal) return refusal;
  const texts = new Map(
    [...parts].flatMap(([path, content]) =>
      isText(path)
        ? [[path.slice("sources/".length).toLowerCase(), content] as const]
        : [],
    ),
  );
  return parseProject(xml, (path) => {
    const content = texts.get(path.toLowerCase());
    return content && decode(content);
  });
}

/** What is told before any parser sees it. */
function refuseXml(xml: string): ProjectRead | undefined {
  const [declaration = ""] = xml.match(/^\s*<\?xml[^>]*\?>/) ?? [];
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding && !/^utf-?8$/i.test(encoding))
    return { ok: false, reason: "not-utf8" };
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return { ok: false, reason: "doctype" };
  const codes = xml.match(/<(?:\w+:)?Code[\s>]/g)?.length ?? 0;
  if (codes > maxCodebookTags)
    return { ok: false, reason: "too-many-codes", count: codes };
  const count = xml.match(/<(?:\w+:)?Coding[\s>]/g)?.length ?? 0;
  return count > maxProjectPassages
    ? { ok: false, reason: "too-many", count }
    : undefined;
}

/**
 * Undefined where it is not UTF-8; a mark at its beginning is no part of it. UTF-16
 * of English letters is valid UTF-8 too, full of zeros: a parser would guess what
 * it is, after we looked for a DOCTYPE in vain.
 */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
