import type { XmlElement } from "libxml2-wasm";
import { tidyText } from "../../../text/foreign-text.ts";
import { childrenOf, readXml } from "../../../text/read-xml.server.ts";
import type { OtherLanguage } from "../../languages.ts";
import {
  maxTranslationCharacters,
  maxTranslationRows,
  type TranslationFault,
  type TranslationRow,
} from "./translation-files.ts";

type XliffRead =
  { ok: true; rows: TranslationRow[] } | { ok: false; fault: TranslationFault };

/** Whether a text is XML and no table. */
export function isXml(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/**
 * Reads what a translator's program made of a file of ours: XLIFF 1.2, in
 * segments or not, or 2.0. What could make a parser reach out or grow is refused
 * before one sees it. Units are told by their ids, in whatever order they come.
 */
export async function readTranslationXliff(
  text: string,
  language: OtherLanguage,
): Promise<XliffRead> {
  if (text.length > maxTranslationCharacters) return refused("too-long");
  // UTF-16 of English letters is text full of zeros, in which no DOCTYPE is seen.
  if (text.includes("\0")) return refused("unreadable");
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused("doctype");
  const count = text.match(/<(?:\w+:)?(?:trans-)?unit[\s>]/g)?.length ?? 0;
  if (count > maxTranslationRows) return refused("too-many");
  const read = await readXml(text.replace(/^\uFEFF/, ""), ({ root }) =>
    readRoot(root, language),
  );
  return read.ok ? read.found : refused("unreadable");
}

function refused(reason: TranslationFault["reason"]): XliffRead {
  return { ok: false, fault: { reason } };
}

function readRoot(root: XmlElement, language: OtherLanguage): XliffRead {
  if (root.name !== "xliff") return refused("unreadable");
  const files = childrenOf(root).filter(({ name }) => name === "file");
  const named = [root.attr("trgLang"), ...files.map(targetLanguage)];
  const isOther = named.some(
    (one) => one && primaryOf(one.value) !== primaryOf(language),
  );
  if (isOther) return refused("other-language");
  const rows = files.flatMap(unitsIn).map(readUnit);
  return rows.length > 0 ? { ok: true, rows } : refused("no-units");
}

const targetLanguage = (file: XmlElement) => file.attr("target-language");

const primaryOf = (tag: string) => tag.trim().toLowerCase().split(/[-_]/)[0];

/** In the order of the file, groups of any depth opened; it does not call itself. */
function unitsIn(file: XmlElement): XmlElement[] {
  const units: XmlElement[] = [];
  const waiting = childrenOf(file).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (next.name === "trans-unit" || next.name === "unit") units.push(next);
    else if (next.name === "body" || next.name === "group")
      waiting.push(...childrenOf(next).reverse());
  return units;
}

function readUnit(unit: XmlElement): TranslationRow {
  const attribute = (name: string) => unit.attr(name)?.value.trim() ?? "";
  const parts = childrenOf(unit);
  const pairs = unit.name === "unit" ? parts.filter(isPart) : [unit];
  const notes = parts
    .flatMap((part) => (part.name === "notes" ? childrenOf(part) : [part]))
    .filter(({ name }) => name === "note");
  const [english = "", translation = ""] = attribute("extradata").split(".");
  const targets = pairs.map(targetOf);
  return {
    id: attribute("id"),
    where: notes[0]?.content.trim().slice(0, 300) ?? "",
    english: tidyText(pairs.map(sourceOf).join("")),
    translation: tidyText(targets.map(({ text }) => text).join("")),
    takenOut: { english, translation },
    hasMarkup: targets.some(({ hasMarkup }) => hasMarkup),
  };
}

/** What a unit of 2.0 is in: segments, and what stands between them. */
const isPart = ({ name }: XmlElement) =>
  name === "segment" || name === "ignorable";

function childNamed(parent: XmlElement, name: string) {
  return childrenOf(parent).find((child) => child.name === name);
}

const sourceOf = (pair: XmlElement) =>
  childNamed(pair, "source")?.content ?? "";

/** What programs put there before anybody has translated it. */
const untranslated = new Set(["new", "needs-translation", "initial"]);

function targetOf(pair: XmlElement): { text: string; hasMarkup: boolean } {
  const target = childNamed(pair, "target");
  const state = (target?.attr("state") ?? pair.attr("state"))?.value ?? "";
  if (pair.name === "ignorable")
    return { text: target?.content ?? sourceOf(pair), hasMarkup: false };
  if (!target || untranslated.has(state)) return { text: "", hasMarkup: false };
  return { text: target.content, hasMarkup: hasMarkup(target) };
}

/** A mark that says where a segment ends is of the program; all else would be lost as text. */
function hasMarkup(element: XmlElement): boolean {
  return childrenOf(element).some(
    (child) =>
      child.name !== "mrk" ||
      child.attr("mtype")?.value !== "seg" ||
      childrenOf(child).length > 0,
  );
}
