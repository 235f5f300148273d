import { responseAddress } from "./addresses.ts";

/** The responses with redactions that wait for a second person. */
export const redactionsAddress = "/review/redactions";

/** Where a response is redacted, or what stands below that. */
export function redactAddress(
  reference: string,
  place?: "looked" | "preview",
): string {
  const page = `${responseAddress(reference)}/redact`;
  return place ? `${page}/${place}` : page;
}
