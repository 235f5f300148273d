import type { RewriteRules, StartTag } from "../../formats/xml-rewrite.ts";
import { attributeOf, readXmlTokens } from "../../formats/xml-tokens.ts";
import {
  type HidingFormats,
  isBehindCells,
  rewriteSheetAttribute,
} from "./sheet-rules.ts";

/** Of a workbook nothing but the sheets that it shows and how its days are counted. */
export function rulesForWorkbook(ids: Set<string>): RewriteRules {
  let depth = 0;
  return {
    fateOf: (tag) => {
      depth += 1;
      if (depth === 2)
        return /^(?:workbookPr|sheets)$/.test(tag.name) ? "keep" : "drop";
      return tag.name === "sheet" && isHiddenSheet(tag) ? "drop" : "keep";
    },
    onEnd: () => (depth -= 1),
    rewriteAttribute: (attribute) =>
      attribute.element === "workbookPr" && attribute.name !== "date1904"
        ? undefined
        : rewriteSheetAttribute(attribute, ids),
  };
}

const isHiddenSheet = ({ attributes }: StartTag) =>
  !/^(?:visible)?$/.test(attributeOf(attributes, "state"));

/** The names of the sheets that a workbook shows. */
export function shownSheets(workbook: string): Set<string> {
  const names = new Set<string>();
  for (const token of readXmlTokens(workbook)) {
    if (token.kind !== "start" || token.name !== "sheet") continue;
    if (!isHiddenSheet(token)) names.add(attributeOf(token.attributes, "name"));
  }
  return names;
}

/** The words that cells share, of those that are shown; the others keep their place and say nothing. */
export function rulesForStrings(shown: ReadonlySet<number>): RewriteRules {
  let [depth, string] = [0, -1];
  return {
    fateOf: ({ name }) => {
      depth += 1;
      if (depth === 2 && name === "si") string += 1;
      const isShown = depth < 3 || shown.has(string);
      return isShown && !isBehindCells(name) ? "keep" : "drop";
    },
    onEnd: () => (depth -= 1),
    rewriteAttribute: (attribute) =>
      rewriteSheetAttribute(attribute, new Set()),
  };
}

/** How cells look, without what colours them by rules and the names that people gave. */
export function rulesForFormats(): RewriteRules {
  return {
    fateOf: ({ name, attributes }) => {
      const isNamed =
        name === "cellStyle" && attributeOf(attributes, "builtinId") === "";
      return isNamed || /^(?:extLst|dxfs|tableStyles)$/.test(name)
        ? "drop"
        : "keep";
    },
    rewriteAttribute: (attribute) =>
      rewriteSheetAttribute(attribute, new Set()),
  };
}

/** Which formats of cells show nothing: ";;;" of any value, and ";;" of a number. */
export function hidingFormats(styles: string): HidingFormats {
  const hidingCodes = new Map<string, "all" | "numbers">();
  const hiding = new Map<string, "all" | "numbers">();
  let [isOfCells, format] = [false, 0];
  for (const token of readXmlTokens(styles)) {
    if (token.kind === "text") continue;
    if (token.name === "cellXfs") isOfCells = token.kind === "start";
    if (token.kind === "end") continue;
    const of = (name: string) => attributeOf(token.attributes, name);
    if (token.name === "numFmt") {
      // Colours, blanks and what only keeps room show nothing either.
      const shown = of("formatCode").replace(
        /" *"|\[[^\]]{0,40}\]|[_\\*]./g,
        "",
      );
      if (/^[\s;]*$/.test(shown) && shown.includes(";;"))
        hidingCodes.set(
          of("numFmtId"),
          shown.split(";").length > 3 ? "all" : "numbers",
        );
    }
    if (token.name !== "xf" || !isOfCells) continue;
    const hides = hidingCodes.get(of("numFmtId"));
    if (hides) hiding.set(String(format), hides);
    format += 1;
  }
  return hiding;
}
