import type { Archive } from "../../formats/archive.server.ts";
import { rewriteXml } from "../../formats/xml-rewrite.ts";
import type { CleanedParts } from "../copying.ts";
import { cleanPicture } from "./clean-picture.server.ts";
import {
  mainPartOf,
  relationshipsOf,
  textOfPart,
  withDirectories,
} from "./relationships.server.ts";
import {
  hidesByStyle,
  hidingStyles,
  rulesForSettings,
  rulesForWord,
} from "./word-rules.ts";

const written =
  /^word\/(?:(?:document|header|footer|footnotes|endnotes|styles|fontTable|numbering)\d*|theme\/theme\d*|charts\/(?:chart|style|colors)\d*|diagrams\/(?:data|layout|quickStyle|colors|drawing)\d*)\.xml$/;
const settings = "word/settings.xml";
const picture = /^word\/media\/[^/]+$/;

/** The parts of a Word document that make its pages. */
export const wordParts = (name: string) =>
  written.test(name) ||
  name === settings ||
  picture.test(name) ||
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\/)?_rels\/[^/]+\.rels)$/.test(
    name,
  );

/**
 * Writes a Word document's pages anew: without properties, remarks, deleted and
 * hidden words, names and times of changes, data and other documents inside.
 *
 * @returns undefined where something inside cannot be cleaned.
 */
export async function cleanDocx({
  parts,
}: Archive): Promise<CleanedParts | undefined> {
  const kept = new Map<string, Buffer>();
  const hiding = hidingStyles(textOfPart(parts, "word/styles.xml"));
  for (const name of parts.keys()) {
    const text = () => textOfPart(parts, name);
    if (picture.test(name)) {
      const cleaned = await cleanPicture(name, parts.get(name));
      if (!cleaned) return undefined;
      kept.set(name, cleaned);
    } else if (name === settings)
      kept.set(name, toBytes(rewriteXml(text(), rulesForSettings())));
    else if (written.test(name)) {
      if (hidesByStyle(text(), hiding)) return undefined;
      kept.set(name, toBytes(rewriteXml(text(), rulesForWord(text()))));
    }
  }
  const main = mainPartOf(parts);
  if (!main || !kept.has(main.path)) return undefined;
  const stayingOf = (name: string) =>
    name === settings
      ? []
      : relationshipsOf(parts, name).filter(
          (one) => one.isExternal || kept.has(one.path),
        );
  return withDirectories(kept, parts, { main, stayingOf });
}

const toBytes = (text: string) => Buffer.from(text);
