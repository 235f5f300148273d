/*
 * The ledger's paths.
 */

/** Every response's way through the queue, of one call or of all. */
export function ledgerAddress(callSlug?: string): string {
  return withCall("/review/ledger", callSlug);
}

/** What came in on each day, as a picture. */
export function volumePictureAddress(callSlug?: string): string {
  return withCall("/review/ledger/volume.svg", callSlug);
}

function withCall(path: string, callSlug: string | undefined): string {
  if (callSlug === undefined) return path;
  return `${path}?${new URLSearchParams({ call: callSlug }).toString()}`;
}
