import { receiptAddress, responseAddress } from "./addresses.ts";

/** The evidence of one answer as a file, in a format. */
function below(path: string, questionId: string, format: string): string {
  return `${path}/references/${encodeURIComponent(questionId)}/${format}`;
}

/** For the review team. */
export function referencesAddress(
  reference: string,
  questionId: string,
  format: string,
): string {
  return below(responseAddress(reference), questionId, format);
}

/** For whoever sent it. */
export function ownReferencesAddress(
  questionId: string,
  format: string,
): string {
  return below(receiptAddress, questionId, format);
}
