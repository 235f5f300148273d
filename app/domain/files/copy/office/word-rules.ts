import type {
  Fate,
  RewriteRules,
  StartTag,
} from "../../formats/xml-rewrite.ts";
import { attributeOf, readXmlTokens } from "../../formats/xml-tokens.ts";
import { withoutPathOrPlace } from "./targets.ts";

/** What its author deleted, remarks, forms of old programs, and what leads to another document. */
const dropped = new Set([
  ...["del", "moveFrom", "delText", "delInstrText"],
  ...["moveFromRangeStart", "moveFromRangeEnd"],
  ...["moveToRangeStart", "moveToRangeEnd"],
  ...["customXmlInsRangeStart", "customXmlInsRangeEnd"],
  ...["customXmlDelRangeStart", "customXmlDelRangeEnd"],
  ...["customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"],
  ...["customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"],
  ...["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange"],
  ...["trPrChange", "tblGridChange", "tblPrExChange", "numberingChange"],
  ...["cellIns", "cellDel", "cellMerge"],
  ...["commentRangeStart", "commentRangeEnd", "commentReference"],
  ...["annotationRef", "proofErr", "permStart", "permEnd"],
  ...["smartTagPr", "customXmlPr", "dataBinding", "tag", "placeholder"],
  ...["OLEObject", "externalData", "control", "contentPart", "printerSettings"],
  ...["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"],
  ...["rsid", "extLst", "userShapes", "subDoc", "vanish", "specVanish"],
]);

/** Word writes around what was added what it writes around nothing else. */
const unwrapped = new Set(["ins", "moveTo", "smartTag", "customXml"]);

/** Who wrote it, when, and in which of their sittings. */
const droppedAttributes =
  /^(?:author|date|dateUtc|initials|userId|providerId|paraId|textId|rsid.*|ed|edGrp)$/;

/** Fields whose words would be wrong if they stayed as they are; of the others only their words stay. */
const keptField = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;

type Survey = { hiddenRuns: Set<number>; keptFields: Set<number> };

const isOn = (tag: StartTag) =>
  !/^(?:0|false|off)$/.test(attributeOf(tag.attributes, "val"));

/** Which runs of a part are hidden and which fields stay is known only behind their beginnings. */
function surveyPart(xml: string): Survey {
  const hiddenRuns = new Set<number>();
  const codes: string[] = [];
  const [fields, runs, open]: [number[], number[], string[]] = [[], [], []];
  let runCount = -1;
  for (const token of readXmlTokens(xml)) {
    if (token.kind === "text") {
      const field = fields.at(-1);
      if (field !== undefined && open.at(-1) === "instrText")
        codes[field] += token.text;
    } else if (token.kind === "end") {
      if (open.pop() === "r") runs.pop();
    } else {
      if (token.name === "r") runs.push((runCount += 1));
      const isOfRun = open.at(-1) === "rPr" && open.at(-2) === "r";
      const run = runs.at(-1);
      if (
        token.name === "vanish" &&
        isOfRun &&
        isOn(token) &&
        run !== undefined
      )
        hiddenRuns.add(run);
      followField(token, fields, () => codes.push("") - 1);
      if (!token.isEmpty) open.push(token.name);
      else if (token.name === "r") runs.pop();
    }
  }
  const kept = [...codes.keys()].filter((n) => keptField.test(codes[n] ?? ""));
  return { hiddenRuns, keptFields: new Set(kept) };
}

/** @returns the field that a mark of one belongs to. */
function followField(
  tag: StartTag,
  fields: number[],
  begin: () => number,
): number | undefined {
  if (tag.name !== "fldChar") return undefined;
  const type = attributeOf(tag.attributes, "fldCharType");
  if (type === "begin") fields.push(begin());
  return type === "end" ? fields.pop() : fields.at(-1);
}

/** The rules for one part of a Word document's text: its body, a header, its notes, its styles. */
export function rulesForWord(xml: string): RewriteRules {
  const { hiddenRuns, keptFields } = surveyPart(xml);
  const fields: number[] = [];
  let [fieldCount, runCount] = [0, -1];
  const fateOf = (tag: StartTag): Fate => {
    const { name, attributes } = tag;
    if (name === "fldChar") {
      const field = followField(tag, fields, () => fieldCount++);
      return field !== undefined && keptFields.has(field) ? "keep" : "drop";
    }
    if (name === "instrText")
      return keptFields.has(fields.at(-1) ?? -1) ? "keep" : "drop";
    if (name === "fldSimple")
      return keptField.test(attributeOf(attributes, "instr"))
        ? "keep"
        : "unwrap";
    if (name === "r" && hiddenRuns.has((runCount += 1))) return "drop";
    if (dropped.has(name)) return "drop";
    return unwrapped.has(name) ? "unwrap" : "keep";
  };
  return { fateOf, rewriteAttribute: rewriteWordAttribute };
}

/** Word names a picture after its file, and described it by the whole path until 2010. */
function rewriteWordAttribute({
  name,
  fullName,
  written,
  element,
}: Parameters<RewriteRules["rewriteAttribute"]>[0]): string | undefined {
  if (droppedAttributes.test(name)) return undefined;
  if (/^(?:cNvPr|docPr)$/.test(element) && name === "name") return "Picture";
  if (fullName === "o:title") return undefined;
  return name === "descr" || name === "alt"
    ? withoutPathOrPlace(written)
    : written;
}

/** Of a document's settings only those that change how it looks. */
const keptSettings = new Set([
  ...["settings", "evenAndOddHeaders", "mirrorMargins", "gutterAtTop"],
  ...["bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"],
  ...["defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"],
  ...["hyphenationZone", "doNotHyphenateCaps", "characterSpacingControl"],
  ...["footnotePr", "endnotePr", "displayBackgroundShape", "compat"],
  ...["themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"],
]);

export function rulesForSettings(): RewriteRules {
  let depth = 0;
  return {
    fateOf: ({ name }) => {
      depth += 1;
      return depth > 2 || keptSettings.has(name) ? "keep" : "drop";
    },
    onEnd: () => (depth -= 1),
    rewriteAttribute: rewriteWordAttribute,
  };
}

/** The styles that hide whatever has them, by their own word or by that of the style that they are based on. */
export function hidingStyles(styles: string): Set<string> {
  const hiding = new Set<string>();
  const bases = new Map<string, string>();
  let current = "";
  for (const token of readXmlTokens(styles)) {
    if (token.kind !== "start") continue;
    const value = attributeOf(token.attributes, "val");
    if (token.name === "style")
      current = attributeOf(token.attributes, "styleId");
    if (token.name === "basedOn") bases.set(current, value);
    if (token.name === "vanish" && isOn(token)) hiding.add(current);
  }
  for (const style of bases.keys()) {
    const seen = new Set<string>();
    for (let at = style; at !== "" && !seen.has(at); at = bases.get(at) ?? "")
      if (seen.add(at) && hiding.has(at)) hiding.add(style);
  }
  return hiding;
}

/** Whether a part has words that such a style hides, another document in its text, or a chart that names a file. */
export function hidesByStyle(
  xml: string,
  hiding: ReadonlySet<string>,
): boolean {
  let element = "";
  for (const token of readXmlTokens(xml)) {
    if (token.kind === "text" && element === "f" && /[[\\]/.test(token.text))
      return true;
    element = token.kind === "start" ? token.name : "";
    if (token.kind !== "start") continue;
    if (token.name === "altChunk") return true;
    if (!/^(?:pStyle|rStyle|tblStyle)$/.test(token.name)) continue;
    if (hiding.has(attributeOf(token.attributes, "val"))) return true;
  }
  return false;
}
