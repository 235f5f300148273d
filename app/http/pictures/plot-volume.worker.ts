import * as Plot from "@observablehq/plot";
import type { Volume } from "#app/domain/ledger/volume.ts";

const bar = "#114b5f";
const closing = "#a12622";

/** Bars over time with a line where a call closes. */
export function plotVolume(
  { bars, isByWeek, closings }: Volume,
  document: Document,
) {
  return Plot.plot({
    document,
    ...{ width: 720, height: 260, marginLeft: 48, marginTop: 30 },
    x: { type: "utc", label: null },
    y: { grid: true, label: null, tickFormat: wholeOnly, nice: true },
    marks: [
      Plot.ruleY([0]),
      Plot.rectY(
        bars.map(({ day, count }) => ({ day: new Date(day), count })),
        {
          ...{ x: "day", y: "count", fill: bar },
          interval: isByWeek ? "monday" : "day",
        },
      ),
      ...markClosings(closings),
    ],
  });
}

/** A line where a call closes, with its words over the frame. */
function markClosings(closings: Volume["closings"]) {
  const x = ({ at }: { at: string }) => new Date(at);
  return [
    Plot.ruleX(closings, {
      ...{ x, stroke: closing, strokeWidth: 2, strokeDasharray: "5 3" },
    }),
    Plot.text(closings, {
      ...{ x, text: "label", fill: closing, frameAnchor: "top" },
      ...{ textAnchor: "end", dx: -4, dy: -18 },
    }),
  ];
}

function wholeOnly(count: number): string {
  return Number.isInteger(count) ? count.toLocaleString("en-GB") : "";
}
