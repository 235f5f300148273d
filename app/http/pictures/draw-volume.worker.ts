import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";
import type { Volume } from "#app/domain/ledger/volume.ts";

const look = {
  "font-family": "system-ui, sans-serif",
  "font-size": "13",
  color: "#0b3440",
  fill: "currentColor",
};
const bar = "#114b5f";
const closing = "#a12622";

answerTasks<Volume, string>((volume) => Promise.resolve(drawVolume(volume)));

/** Bars over time with a line where a call closes, as a file of SVG. */
function drawVolume({ bars, isByWeek, closings }: Volume): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const plot = Plot.plot({
    document: document as unknown as Document,
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
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // A page's policy lets no style through that stands in the file; attributes it does.
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.removeAttribute("style");
  for (const [name, value] of Object.entries(look))
    plot.setAttribute(name, value);
  return plot.outerHTML;
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
