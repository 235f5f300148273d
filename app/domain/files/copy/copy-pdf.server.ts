import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { noSurroundings } from "./bounded-program.server.ts";
import { cleanPdfObjects, type PdfObjects } from "./clean-pdf-objects.ts";
import type { CopyOutcome, CopyTask } from "./copying.ts";
import { stripJpeg } from "./jpeg-segments.ts";

type QpdfFile = { qpdf: [header: unknown, objects: PdfObjects] };

/**
 * Takes a PDF apart with qpdf, takes out what is not the page, and has it
 * written anew: what was changed is gone, and not only struck out at its end.
 */
export async function copyPdf(task: CopyTask): Promise<CopyOutcome> {
  const { source, target, workFolder } = task;
  const inFolder = (name: string) => path.join(workFolder, name);
  const run = (...args: string[]) =>
    promisify(execFile)(task.qpdf, ["--warning-exit-0", ...args], {
      env: noSurroundings,
    });
  // Anybody may open one that only its owner may change; the objects are asked for without that lock.
  await run("--decrypt", source, inFolder("open.pdf"));
  await run(
    ...["--json-output", "--json-stream-data=file", "--decode-level=none"],
    `--json-stream-prefix=${inFolder("stream")}`,
    ...[inFolder("open.pdf"), inFolder("objects.json")],
  );
  const text = await readFile(inFolder("objects.json"), "utf8");
  const [header, objects] = (JSON.parse(text) as QpdfFile).qpdf;
  const cleaned = cleanPdfObjects(objects);
  await stripPictures(cleaned);
  await writeFile(
    inFolder("cleaned.json"),
    JSON.stringify({ qpdf: [header, cleaned] }),
  );
  await run("--json-input", inFolder("cleaned.json"), target);
  return { state: "made", typeId: "pdf" };
}

/** A photo keeps its place and camera inside a PDF as well. */
async function stripPictures(objects: PdfObjects) {
  for (const { stream } of Object.values(objects)) {
    if (!stream?.datafile || !holdsJpeg(stream.dict["/Filter"])) continue;
    const stripped = stripJpeg(await readFile(stream.datafile));
    if (stripped) await writeFile(stream.datafile, stripped);
  }
}

function holdsJpeg(filter: unknown): boolean {
  const last: unknown = Array.isArray(filter) ? filter[0] : filter;
  return last === "/DCTDecode";
}
