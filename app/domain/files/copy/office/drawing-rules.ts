import type { RewriteRules } from "../../formats/xml-rewrite.ts";
import { readXmlTokens } from "../../formats/xml-tokens.ts";
import { type HiddenCells, isOn } from "./hidden-cells.ts";
import { withoutPathOrPlace } from "./targets.ts";

/** What newer programs add, and what leads to another document, to a pivot table or to a printer. */
const dropped = new Set([
  ...["extLst", "AlternateContent", "userShapes", "externalData"],
  ...["pivotSource", "printSettings", "protection"],
]);

const anchor = /^(?:twoCell|oneCell|absolute)Anchor$/;

/** Which pictures of a drawing, one after the other, are hidden or stand where the sheet shows nothing. */
function hiddenAnchors(drawing: string, hidden: HiddenCells): Set<number> {
  const found = new Set<number>();
  let [count, end, element] = [-1, "", ""];
  let places: { end: string; element: string; at: number }[] = [];
  for (const token of readXmlTokens(drawing)) {
    if (token.kind === "text") {
      if (/^(?:col|row)$/.test(element) && end !== "")
        places.push({ end, element, at: 1 + Number(token.text) });
      continue;
    }
    const { name } = token;
    element = token.kind === "start" ? name : "";
    if (/^(?:from|to)$/.test(name)) end = token.kind === "start" ? name : "";
    if (token.kind === "start" && anchor.test(name)) {
      count += 1;
      places = [];
    }
    if (token.kind === "start" && name === "cNvPr" && isOn(token, "hidden"))
      found.add(count);
    if (token.kind === "end" && anchor.test(name) && isOutOfSight(places))
      found.add(count);
  }
  return found;

  function isOutOfSight(all: typeof places) {
    const areHidden = (sought: string, isHidden: (at: number) => boolean) => {
      const ends = all.filter((one) => one.element === sought);
      return ends.length > 0 && ends.every(({ at }) => isHidden(at));
    };
    return (
      areHidden("row", (at) => hidden.isRowHidden(at)) ||
      areHidden("col", (at) => hidden.isColumnHidden(at))
    );
  }
}

/**
 * The rules for a drawing, a chart or a theme: what it shows, without names of
 * files, formulas behind texts, and what is hidden.
 *
 * @param more.ids filled with what it leads to.
 * @param more.hidden of the sheet that a drawing lies on.
 * @param more.onReference told of each cell that a chart asks.
 */
export function rulesForDrawing(
  drawing: string,
  more: {
    ids: Set<string>;
    hidden: HiddenCells | undefined;
    onReference: (reference: string) => void;
  },
): RewriteRules {
  const anchors = more.hidden && hiddenAnchors(drawing, more.hidden);
  let [count, element] = [-1, ""];
  return {
    fateOf: (tag) => {
      element = tag.name;
      if (anchor.test(element) && anchors?.has((count += 1))) return "drop";
      return dropped.has(element) ? "drop" : "keep";
    },
    onText: (text) => {
      if (element === "f") more.onReference(text);
    },
    onEnd: () => (element = ""),
    rewriteAttribute: ({ name, fullName, written, element: of }) => {
      if (/^xml(?:ns)?(?::|$)/.test(fullName)) return written;
      if (fullName.includes(":")) {
        if (!/^(?:id|embed|link|dm|lo|qs|cs|pict)$/.test(name))
          return undefined;
        if (written !== "") more.ids.add(written);
        return written;
      }
      if (/^(?:macro|textlink|tooltip|fPublished)$/.test(name))
        return undefined;
      if (of === "cNvPr" && name === "name") return "Picture";
      return /^(?:descr|title)$/.test(name)
        ? withoutPathOrPlace(written)
        : written;
    },
  };
}

/** Whether a chart asks cells of these sheets and no other, nor another file. */
export function asksOnly(
  reference: string,
  sheets: ReadonlySet<string>,
): boolean {
  if (reference.trim() === "") return true;
  if (/[[\]\\]/.test(reference)) return false;
  const asked = [...reference.matchAll(/(?:'((?:[^']|'')*)'|([^'!,()]*))!/g)];
  const names = asked.map(([, quoted, plain = ""]) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll("''", "'"),
  );
  return (
    names.length > 0 &&
    names.every((name) => name === "#REF" || sheets.has(name))
  );
}
