import type * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";
import type { Picture } from "./pictures.ts";
import { plotTags } from "./plot-tags.worker.ts";
import { plotVolume } from "./plot-volume.worker.ts";

const look = {
  "font-family": "system-ui, sans-serif",
  "font-size": "13",
  color: "#0b3440",
  fill: "currentColor",
};

answerTasks<Picture, string>((picture) => Promise.resolve(draw(picture)));

/** As a file of SVG. */
function draw(picture: Picture): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const page = document as unknown as Document;
  return finish(
    picture.of === "volume"
      ? plotVolume(picture.volume, page)
      : plotTags(picture.tags, page),
  );
}

function finish(plot: ReturnType<typeof Plot.plot>): string {
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // A page's policy lets no style through that stands in the file; attributes it does.
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.removeAttribute("style");
  for (const [name, value] of Object.entries(look))
    plot.setAttribute(name, value);
  return plot.outerHTML;
}
