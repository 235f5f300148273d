import { selectCodes } from "../../tagging/codebook-out.server.ts";
import { escapeXml } from "../../text/xml.ts";
import {
  type Member,
  type Members,
  packMembers,
} from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import { selectPassing } from "../release.server.ts";
import { quotesByTag, type Quote } from "../quotes.server.ts";

/** The tagged passages under their tags, as a document for a word processor. */
export function odtMembers(material: Material): Member[] {
  return [
    {
      name: "quotes.odt",
      isStored: true,
      pieces: () => packMembers(partsOf(material), { at: material.made }),
    },
  ];
}

const type = "application/vnd.oasis.opendocument.text";

function partsOf(material: Material): Members {
  return [
    { name: "mimetype", mark: type },
    { name: "META-INF/manifest.xml", pieces: () => once(manifest) },
    { name: "content.xml", pieces: () => writeContent(material) },
  ];
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const oasis = "urn:oasis:names:tc:opendocument:xmlns";

const manifest = `${head}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const style = (name: string, paragraph: string, text: string) =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;

const begin = `${head}<office:document-content xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0" xmlns:style="${oasis}:style:1.0" xmlns:fo="${oasis}:xsl-fo-compatible:1.0" office:version="1.2"><office:automatic-styles>${[
  style(
    "Title",
    'fo:margin-bottom="0.6cm"',
    'fo:font-size="20pt" fo:font-weight="bold"',
  ),
  style(
    "Tag",
    'fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
    'fo:font-size="15pt" fo:font-weight="bold"',
  ),
  style(
    "Quote",
    'fo:margin-left="0.8cm" fo:keep-with-next="always"',
    'fo:font-size="11pt"',
  ),
  style(
    "Source",
    'fo:margin-left="0.8cm" fo:margin-bottom="0.4cm"',
    'fo:font-size="9pt"',
  ),
].join("")}</office:automatic-styles><office:body><office:text>`;

async function* writeContent(material: Material): AsyncGenerator<string> {
  const { db, words, title, ids, release } = material;
  // What is not tagged is met nowhere below, and told as left out all the same.
  for (let at = 0; at < ids.length; at += 500)
    await selectPassing(db, release, ids.slice(at, at + 500));
  yield `${begin}${paragraph("h", "Title", words.quotesOf(title), 1)}`;
  const { codes } = await selectCodes(db);
  let isEmpty = true;
  for (const [at, { tagId, name }] of codes.entries()) {
    let isFirst = true;
    for await (const quotes of quotesByTag(material, tagId)) {
      if (isFirst && quotes.length > 0) {
        yield paragraph("h", "Tag", name, 2);
        isFirst = false;
        isEmpty = false;
      }
      yield quotes.map((quote) => writeQuote(quote, material)).join("");
    }
    await material.goOn(Math.floor((ids.length * (at + 1)) / codes.length));
  }
  if (isEmpty) yield paragraph("p", "Quote", words.noQuotes);
  yield "</office:text></office:body></office:document-content>";
}

function writeQuote(quote: Quote, { words, questions }: Material): string {
  const { response, passage } = quote;
  const question = questions.find(
    ({ questionId }) => questionId === passage.questionId,
  );
  const source = [
    response.reference,
    response.speaker,
    question?.label,
    passage.answerId === null ? words.inAFile : undefined,
    response.consent === "yes" ? undefined : words.doNotQuote,
  ];
  const told = source.filter((part) => part !== undefined).join(" · ");
  return (
    paragraph("p", "Quote", passage.words) + paragraph("p", "Source", told)
  );
}

function paragraph(
  kind: "p" | "h",
  styleName: string,
  text: string,
  level?: number,
): string {
  const outline = level ? ` text:outline-level="${level}"` : "";
  return `<text:${kind} text:style-name="${styleName}"${outline}>${inline(text)}</text:${kind}>`;
}

/** Lines, tabs and rows of spaces stand as elements: as letters they would be one space. */
function inline(text: string): string {
  return escapeXml(text.replace(/\r\n?/g, "\n"))
    .replaceAll("\n", "<text:line-break/>")
    .replaceAll("\t", "<text:tab/>")
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}
