import type { ExportFailure } from "./exports.ts";

/** The run has its export no more: it was cancelled, or another run has begun. */
export class ExportStopped extends Error {
  override name = "ExportStopped";
}

/** What was asked for cannot be made, and will not be by trying again. */
export class ExportRefused extends Error {
  override name = "ExportRefused";
  constructor(readonly failure: ExportFailure) {
    super(failure);
  }
}
