import { decodeText } from "../decode-text.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { readArchive } from "../formats/archive.server.ts";
import { collectText, type TextRules } from "../formats/xml-text.ts";

/** Deleted text, remarks and what is not shown are not what the author said. */
const openDocumentRules: TextRules = {
  within: "office:text",
  leftOut: new Set([
    "text:tracked-changes",
    "office:annotation",
    "office:annotation-end",
    "text:hidden-text",
    "text:hidden-paragraph",
    "office:forms",
    "text:sequence-decls",
    "svg:title",
    "svg:desc",
  ]),
  before: { "text:tab": "\t", "text:line-break": "\n", "text:s": " " },
  after: { "text:p": "\n", "text:h": "\n", "table:table-row": "\n" },
  collapsesBlanks: true,
};

/** @throws where the document cannot be read. */
export async function extractOpenDocumentText(
  file: FileBytes,
): Promise<string> {
  const outcome = await readArchive(file, (name) => name === "content.xml");
  const content = outcome.ok
    ? outcome.archive.parts.get("content.xml")
    : undefined;
  const text = collectText(
    decodeText(content ?? new Uint8Array()),
    openDocumentRules,
  );
  return text.replace(/\n /g, "\n");
}
