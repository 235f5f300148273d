import type { getDocumentProxy } from "unpdf";
import type { FileBytes } from "./file-bytes.server.ts";

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * What unpdf's own `getDocumentProxy` sets. It also looks for a package that is
 * not here, anew for each file, which took a tenth of an inspection.
 */
const openOptions = {
  isEvalSupported: false,
  useSystemFonts: true,
  disableAutoFetch: true,
  disableStream: true,
  rangeChunkSize: 262_144,
  verbosity: 0,
};

/**
 * unpdf 1.6's pdf.js calls functions that Node 20 and 22 do not have yet and
 * that it does not bring along (docs/decisions/011). Only a worker thread
 * loads this module, so only that thread's globals are added to.
 */
const newerPromise = Promise as PromiseConstructor & { try?: unknown };
newerPromise.try ??= (
  run: (...values: unknown[]) => unknown,
  ...values: unknown[]
) => new Promise((resolve) => resolve(run(...values)));
const newerUrl = URL as typeof URL & { parse?: unknown };
newerUrl.parse ??= (address: string, base?: string) =>
  URL.canParse(address, base) ? new URL(address, base) : null;

const iteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf([].values()),
) as { find?: unknown };
iteratorPrototype.find ??= function (
  this: Iterable<unknown>,
  isSought: (value: unknown) => boolean,
) {
  for (const value of this) if (isSought(value)) return value;
  return undefined;
};

export type PdfOutcome =
  | { ok: true; document: PdfDocument }
  | { ok: false; reason: "encrypted" | "corrupt" };

/**
 * Opens a PDF for reading; one that opens without a password is not
 * `encrypted`, whatever else it forbids.
 *
 * @param file pdf.js asks for the parts of it that it needs, for as long as the document is read.
 */
export async function openPdf(file: FileBytes): Promise<PdfOutcome> {
  const { getResolvedPDFJS } = await import("unpdf");
  const { getDocument, PDFDataRangeTransport } = await getResolvedPDFJS();
  const range = new PDFDataRangeTransport(file.byteSize, null);
  range.requestDataRange = (begin, end) => {
    // pdf.js takes the bytes over, and no Buffer.
    const bytes = Uint8Array.from(file.read(begin, end - begin));
    range.onDataRange(begin, bytes);
  };
  const loading = getDocument({ range, ...openOptions });
  try {
    const document = await loading.promise;
    await document.getPage(1);
    return { ok: true, document };
  } catch (error) {
    // Or it would go on asking for parts of a file that is closed by then.
    await loading.destroy();
    const isLocked =
      error instanceof Error && error.name === "PasswordException";
    return { ok: false, reason: isLocked ? "encrypted" : "corrupt" };
  }
}
