import { createHash } from "node:crypto";
import type { Receipt, Respondent } from "#tests/asking/respondent.ts";

/** What a client wrote down when the receipt page had reached it in full. */
export type LedgerEntry = Receipt & {
  respondent: Respondent;
  advice: string;
  /** sha256 of each file, by name. */
  files: Map<string, string>;
};

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
