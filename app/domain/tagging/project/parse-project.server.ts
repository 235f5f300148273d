import type { XmlElement } from "libxml2-wasm";
import { childrenOf, readXml } from "../../text/read-xml.server.ts";
import { readCodes, readGuid } from "../read-qdc.server.ts";
import { joinLineEnds, type JoinedText } from "./line-ends.ts";
import type {
  Project,
  ProjectCoding,
  ProjectRead,
  ProjectSource,
  UncodedCounts,
} from "./project.ts";

type ReadText = (path: string) => string | undefined;

/**
 * Reads the description of a project. What Heard has no place for, as pictures and
 * graphs, is passed over; it is not held against the schema, because every program
 * writes something of its own.
 *
 * @param readText of a text that stands beside it, by its name
 */
export async function parseProject(
  xml: string,
  readText: ReadText,
): Promise<ProjectRead> {
  const read = await readXml(xml, ({ root }) => readRoot(root, readText));
  return read.ok ? read.found : { ...read, reason: "not-project" };
}

const namespace = /^urn:QDA-XML:project:/;

function readRoot(root: XmlElement, readText: ReadText): ProjectRead {
  if (root.name !== "Project" || !namespace.test(root.namespaceUri))
    return { ok: false, reason: "not-project", line: 1, detail: root.name };
  const parts = new Map(childrenOf(root).map((part) => [part.name, part]));
  const within = (name: string) => {
    const part = parts.get(name);
    return part ? childrenOf(part) : [];
  };
  const names = new Map(
    within("Users").map((user) => [
      readGuid(user, "guid"),
      user.attr("name")?.value ?? "",
    ]),
  );
  const notes = new Map(
    within("Notes").map((note) => [readGuid(note, "guid"), textOf(note)]),
  );
  const book = parts.get("CodeBook");
  const isAtlas = /atlas/i.test(root.attr("origin")?.value ?? "");
  const reading = { readText, names, notes, isAtlas };
  const sources = within("Sources");
  const texts = sources.filter(({ name }) => name === "TextSource");
  const project: Project = {
    codes: book ? readCodes(book) : [],
    sources: texts.map((source) => readSource(source, reading)),
    otherSourceCount: sources.length - texts.length,
    uncoded: countUncoded(texts.flatMap(childrenOf)),
  };
  return project.codes.length === 0 && project.sources.length === 0
    ? { ok: false, reason: "empty" }
    : { ok: true, project };
}

const hasPart = (element: XmlElement, name: string) =>
  childrenOf(element).some((part) => part.name === name);

function countUncoded(parts: XmlElement[]): UncodedCounts {
  const stretches = parts.filter(
    (part) => part.name.endsWith("Selection") && !hasPart(part, "Coding"),
  );
  const memos = parts.filter(
    ({ name, content }) =>
      name === "NoteRef" || (name === "Description" && content.trim() !== ""),
  );
  return { stretches: stretches.length, memos: memos.length };
}

type Reading = {
  readText: ReadText;
  names: Map<string, string>;
  notes: Map<string, string>;
  /** It counts a line end as one letter, whatever its texts hold. */
  isAtlas: boolean;
};

function readSource(source: XmlElement, reading: Reading): ProjectSource {
  const parts = childrenOf(source);
  const codings = parts.flatMap((part) => {
    if (part.name === "Coding")
      return [readCoding(part, { within: part, span: undefined }, reading)];
    if (part.name !== "PlainTextSelection") return [];
    const span = {
      start: wholeNumber(part.attr("startPosition")?.value),
      end: wholeNumber(part.attr("endPosition")?.value),
    };
    return childrenOf(part)
      .filter(({ name }) => name === "Coding")
      .map((coding) => readCoding(coding, { within: part, span }, reading));
  });
  const came = readSourceText(source, parts, reading);
  const joined =
    came === undefined ? undefined : joinLineEnds(came, !reading.isAtlas);
  return {
    guid: readGuid(source, "guid"),
    name: source.attr("name")?.value.trim() ?? "",
    text: joined?.text,
    codings: joined ? codings.map((one) => putInto(joined, one)) : codings,
  };
}

function putInto({ placeOf }: JoinedText, coding: ProjectCoding) {
  const { span } = coding;
  if (!span || span.start < 0 || span.end < 0) return coding;
  const moved = { start: placeOf(span.start), end: placeOf(span.end) };
  return { ...coding, span: moved };
}

function readSourceText(
  source: XmlElement,
  parts: XmlElement[],
  { readText }: Reading,
): string | undefined {
  const path = source.attr("plainTextPath")?.value;
  const inside = path && /^internal:\/\/([^/\\]+)$/i.exec(path)?.[1];
  if (inside) return readText(inside);
  return parts.find(({ name }) => name === "PlainTextContent")?.content;
}

function readCoding(
  coding: XmlElement,
  { within, span }: { within: XmlElement; span: ProjectCoding["span"] },
  { names, notes }: Reading,
): ProjectCoding {
  const parts = childrenOf(coding);
  const code = parts.find(({ name }) => name === "CodeRef");
  const user =
    readGuid(coding, "creatingUser") || readGuid(within, "creatingUser");
  const memos = [...childrenOf(within), ...(within === coding ? [] : parts)]
    .filter(({ name }) => name === "NoteRef" || name === "Description")
    .map((memo) =>
      // MAXQDA writes a memo into the stretch itself.
      memo.name === "Description"
        ? memo.content.trim()
        : (notes.get(readGuid(memo, "targetGUID")) ?? ""),
    );
  return {
    span,
    guid: readGuid(within, "guid"),
    codeGuid: code ? readGuid(code, "targetGUID") : "",
    coder: names.get(user) ?? "",
    memo: memos.filter((memo) => memo !== "").join("\n\n"),
  };
}

function textOf(note: XmlElement): string {
  const parts = childrenOf(note);
  return parts.find(({ name }) => name === "PlainTextContent")?.content ?? "";
}

/** -1 for what is none, which is no place in any text. */
function wholeNumber(written: string | undefined): number {
  return written !== undefined && /^\d{1,9}$/.test(written.trim())
    ? Number(written)
    : -1;
}
