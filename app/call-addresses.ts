/*
 * The paths of the calls as the review team keeps them.
 */

/** Every call there is. */
export const callsAddress = "/review/calls";

/** One call: where it stands, and what can be done about it. */
export function keptCallAddress(callSlug: string): string {
  return `${callsAddress}/${encodeURIComponent(callSlug)}`;
}

/** What a version of a call's form asked. */
export function callVersionAddress(callSlug: string, version: number): string {
  return `${keptCallAddress(callSlug)}/versions/${version}`;
}
