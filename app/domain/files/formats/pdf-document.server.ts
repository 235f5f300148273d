import type { getDocumentProxy } from "unpdf";

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * What unpdf's own `getDocumentProxy` sets. It also looks for a package that is
 * not here, anew for each file, which took a tenth of an inspection.
 */
const openOptions = {
  isEvalSupported: false,
  useSystemFonts: true,
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

export type PdfOutcome =
  | { ok: true; document: PdfDocument }
  | { ok: false; reason: "encrypted" | "corrupt" };

/**
 * Opens a PDF for reading; one that opens without a password is not
 * `encrypted`, whatever else it forbids.
 *
 * @param bytes pdf.js takes them over: whoever reads them does so before.
 */
export async function openPdf(bytes: Buffer): Promise<PdfOutcome> {
  const { getResolvedPDFJS } = await import("unpdf");
  const { getDocument } = await getResolvedPDFJS();
  // pdf.js takes no Buffer. Bytes that share their memory with others it copies by itself.
  const { buffer, byteOffset, byteLength } = bytes;
  const data = new Uint8Array(buffer, byteOffset, byteLength);
  try {
    const document = await getDocument({ data, ...openOptions }).promise;
    await document.getPage(1);
    return { ok: true, document };
  } catch (error) {
    const isLocked =
      error instanceof Error && error.name === "PasswordException";
    return { ok: false, reason: isLocked ? "encrypted" : "corrupt" };
  }
}
