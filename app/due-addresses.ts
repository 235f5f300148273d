/*
 * The paths of what a lead says about a call.
 */

/** By when the responses of a call should be read. */
export function dueAddress(callSlug: string): string {
  return `/review/calls/${encodeURIComponent(callSlug)}/due`;
}
