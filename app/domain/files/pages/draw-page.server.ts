import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import {
  fitPage,
  maxDrawnBytes,
  type PagesAnswer,
  type PagesTask,
} from "../page-drawing.ts";

type Pdfium = Awaited<ReturnType<typeof PDFiumLibrary.init>>;
type PdfiumDocument = Awaited<ReturnType<Pdfium["loadDocument"]>>;

const program = WebAssembly.compile(
  readFileSync(
    createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm"),
  ),
);

/**
 * PDFium with a memory of its own, which is let go with it: what a file made to
 * hurt does to it ends with that file, and nothing of one is left for the next.
 */
async function openPdfium(): Promise<Pdfium> {
  const compiled = await program;
  return PDFiumLibrary.init({
    instantiateWasm(imports, started) {
      const instance = new WebAssembly.Instance(compiled, imports);
      // The package's types name the first of the two alone.
      const tell = started as (
        instance: WebAssembly.Instance,
        module: WebAssembly.Module,
      ) => void;
      tell(instance, compiled);
      return instance.exports;
    },
  });
}

/** Counts the pages of a PDF, and draws the one that is asked for; runs in a worker thread. */
export async function readPages(task: PagesTask): Promise<PagesAnswer> {
  if (statSync(task.path).size > maxDrawnBytes)
    return { ok: false, reason: "too-much" };
  const pdfium = await openPdfium();
  try {
    const document = await pdfium.loadDocument(readFileSync(task.path));
    return await readDocument(document, task.page);
  } catch (error) {
    // It throws what it likes, in words alone; a file that it cannot read is no fault of ours.
    const isLocked = error instanceof Error && /password/i.test(error.message);
    return { ok: false, reason: isLocked ? "locked" : "unreadable" };
  }
}

async function readDocument(
  document: PdfiumDocument,
  pageNumber: number | undefined,
): Promise<PagesAnswer> {
  const pageCount = document.getPageCount();
  if (pageCount < 1) return { ok: false, reason: "unreadable" };
  if (pageNumber === undefined || pageNumber > pageCount)
    return { ok: true, pageCount, drawn: undefined };
  const page = document.getPage(pageNumber - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const size = fitPage({ width: originalWidth, height: originalHeight });
  if (!size) return { ok: false, reason: "unreadable" };
  // Without the fields of a form its answers would be left out.
  const drawn = await page.render({ ...size, renderFormFields: true });
  const { width, height, data } = drawn;
  return { ok: true, pageCount, drawn: { width, height, data } };
}
