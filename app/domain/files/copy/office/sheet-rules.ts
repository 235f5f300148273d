import type {
  Fate,
  RewriteRules,
  StartTag,
} from "../../formats/xml-rewrite.ts";
import { attributeOf } from "../../formats/xml-tokens.ts";
import { HiddenCells, isOn, placeOf } from "./hidden-cells.ts";

/** Of a sheet only what makes its page; remarks, checks, views of others, scenarios and locks are none of it. */
const keptSections = new Set([
  ...["sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData"],
  ...["mergeCells", "hyperlinks", "printOptions", "pageMargins", "pageSetup"],
  ...["headerFooter", "rowBreaks", "colBreaks", "drawing", "picture"],
]);

/** How a value came about, how it is pronounced, and what newer programs add. */
const dropped = new Set(["f", "extLst", "rPh", "phoneticPr", "pivotSelection"]);

const droppedAttributes = new Set([
  ...["codeName", "count", "uniqueCount", "cm", "vm", "ph"],
  ...["display", "location", "syncRef", "filterMode", "published"],
]);
const elementsThatLead = new Set(["sheet", "drawing", "picture", "hyperlink"]);

/** The numbers of the cells' formats that show nothing, and whether that holds for words as well. */
export type HidingFormats = ReadonlyMap<string, "all" | "numbers">;

type Attribute = Parameters<RewriteRules["rewriteAttribute"]>[0];

/** An attribute of another namespace than the sheet's own goes, but for those that lead to a part. */
export function rewriteSheetAttribute(
  { name, fullName, written, element }: Attribute,
  ids: Set<string>,
): string | undefined {
  if (/^xml(?:ns)?(?::|$)/.test(fullName)) return written;
  if (!fullName.includes(":"))
    return droppedAttributes.has(name) ? undefined : written;
  if (name !== "id" || !elementsThatLead.has(element)) return undefined;
  ids.add(written);
  return written;
}

/** Whether an element of cells or of the words that they share is no part of what they show. */
export const isBehindCells = (name: string) => dropped.has(name);

const noCell = { isShown: false, type: "", hasFormula: false, value: "" };

/**
 * The rules for one sheet: cells as they show, without those of hidden rows and
 * columns, those under others and those whose format hides them. What is known
 * when they have been followed to the end stands beside them.
 */
export class SheetRules implements RewriteRules {
  readonly hidden: HiddenCells;
  /** What the sheet leads to. */
  readonly ids = new Set<string>();
  /** Which of the workbook's words its cells show. */
  readonly strings = new Set<number>();
  /** A cell has a formula and nothing that came of it. */
  hasUnknownValue = false;
  private depth = 0;
  private row = 0;
  private column = 0;
  private element = "";
  private cell = { ...noCell };

  constructor(
    sheet: string,
    private readonly hiding: HidingFormats,
  ) {
    this.hidden = new HiddenCells(sheet);
  }

  fateOf(tag: StartTag): Fate {
    const { name } = tag;
    this.depth += 1;
    this.element = name;
    if (this.depth === 2 && !keptSections.has(name)) return "drop";
    if (name === "sheetFormatPr" && isOn(tag, "zeroHeight"))
      this.hidden.hideRowsThatSayNothing();
    if (name === "col") this.hidden.addColumns(tag);
    if (name === "row") this.beginRow(tag);
    if (name === "c") return this.beginCell(tag);
    if (name === "f") this.cell.hasFormula = true;
    if (name === "hyperlink") return this.fateOfLink(tag);
    return dropped.has(name) ? "drop" : "keep";
  }

  onText(text: string) {
    if (this.element === "v") this.cell.value += text;
  }

  onEnd(name: string) {
    this.depth -= 1;
    if (name !== "c") return;
    const { isShown, type, hasFormula, value } = this.cell;
    if (isShown && type === "s") this.strings.add(Number(value));
    if (isShown && hasFormula && value.trim() === "" && type !== "str")
      this.hasUnknownValue = true;
    this.cell = { ...noCell };
  }

  readonly rewriteAttribute = (attribute: Attribute) =>
    rewriteSheetAttribute(attribute, this.ids);

  private beginRow(tag: StartTag) {
    this.row = Number(attributeOf(tag.attributes, "r")) || this.row + 1;
    this.column = 0;
    this.hidden.beginRow(this.row, tag);
  }

  private beginCell(tag: StartTag): Fate {
    const of = (name: string) => attributeOf(tag.attributes, name);
    this.column = placeOf(of("r"))[0] || this.column + 1;
    const type = of("t");
    const hides = this.hiding.get(of("s"));
    const isText = /^(?:s|str|inlineStr)$/.test(type);
    const isShown =
      hides !== "all" &&
      !(hides === "numbers" && !isText) &&
      !this.hidden.isCellHidden(this.column, this.row);
    this.cell = { ...noCell, isShown, type };
    return isShown ? "keep" : "drop";
  }

  /** A link within the workbook may name what is not shown; that of a hidden cell is hidden as well. */
  private fateOfLink({ attributes }: StartTag): Fate {
    const [column, row] = placeOf(attributeOf(attributes, "ref"));
    const isHidden =
      this.hidden.isRowHidden(row) || this.hidden.isColumnHidden(column);
    return isHidden || attributeOf(attributes, "id") === "" ? "drop" : "keep";
  }
}
