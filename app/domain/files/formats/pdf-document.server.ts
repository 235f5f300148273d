import type { getDocumentProxy } from "unpdf";

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

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

/** Opens a PDF for reading; one that opens without a password is not `encrypted`, whatever else it forbids. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOutcome> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    // pdf.js takes the bytes over and leaves the caller's array empty.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
    });
    await document.getPage(1);
    return { ok: true, document };
  } catch (error) {
    const isLocked =
      error instanceof Error && error.name === "PasswordException";
    return { ok: false, reason: isLocked ? "encrypted" : "corrupt" };
  }
}
