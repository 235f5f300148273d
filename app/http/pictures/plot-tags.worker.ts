import * as Plot from "@observablehq/plot";
import type { TagPicture } from "#app/domain/tagging/tag-picture.ts";

/** The darkest is light enough for ink to be read on it. */
const [lightest, darkest, line] = ["#ffffff", "#86b4c2", "#8aa3ab"];
const rowHeight = 30;
const headHeight = 76;
/** The longest word of a kind of respondent fits. */
const columnWidth = 92;
/** In letters of the usual breadth; a reader's own may be broader by a third. */
const headBreadth = 6.5;
/** Left of the fields; where the names begin. */
const namesWidth = 200;

/** A field for each tag and kind of respondent, the darker the larger its share; what is hidden has a broken line around it. */
export function plotTags(
  { rows, columns, cells }: TagPicture,
  document: Document,
) {
  const shown = cells.filter(({ share }) => share !== undefined);
  const hidden = cells.filter(({ share }) => share === undefined);
  const place = { x: "column", y: "row", inset: 1 };
  return Plot.plot({
    document,
    width: namesWidth + columns.length * columnWidth + 2,
    height: headHeight + rows.length * rowHeight,
    ...{
      marginTop: headHeight,
      marginLeft: namesWidth,
      marginRight: 2,
      marginBottom: 2,
    },
    x: { type: "band", domain: columns, padding: 0 },
    y: { type: "band", domain: rows, padding: 0, axis: null },
    color: { type: "linear", domain: [0, 100], range: [lightest, darkest] },
    marks: [
      Plot.axisX({
        anchor: "top",
        label: null,
        tickSize: 0,
        lineWidth: headBreadth,
      }),
      Plot.text(rows, {
        ...{ y: (row: string) => row, text: (row: string) => row },
        ...{ frameAnchor: "left", textAnchor: "start", dx: -namesWidth },
        ...{ lineWidth: 14, textOverflow: "ellipsis" },
      }),
      Plot.cell(shown, { ...place, fill: "share", stroke: line }),
      Plot.cell(hidden, {
        ...{ ...place, fill: "none", stroke: line },
        strokeDasharray: "3 3",
      }),
      Plot.text(cells, { x: "column", y: "row", text: "text" }),
    ],
  });
}
