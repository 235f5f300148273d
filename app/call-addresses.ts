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

/** Where a call is begun, from a starting point. */
export const newCallAddress = `${callsAddress}/new`;

/** Where a call comes in from a file. */
export const newCallFromFileAddress = `${newCallAddress}/file`;

/** A call as a file. */
export function callFileAddress(callSlug: string): string {
  return `${keptCallAddress(callSlug)}/file.json`;
}

/** What a call's file holds, for whoever writes one. */
export const callFileSchemaAddress = "/schemas/call-1.json";

/** What is done about when a call takes answers: what it comes to is said there before. */
export function callStepAddress(callSlug: string, step: string): string {
  return `${keptCallAddress(callSlug)}/${step}`;
}

/** The codes with which somebody may answer late. */
export function lateCodesAddress(callSlug: string): string {
  return `${keptCallAddress(callSlug)}/codes`;
}

/** What came of a call, as the public is told. */
export function outcomeAddress(callSlug: string): string {
  return `${keptCallAddress(callSlug)}/outcome`;
}

/** Where a colleague looks at a call before it opens. */
export function openingAddress(callSlug: string): string {
  return `${keptCallAddress(callSlug)}/opening`;
}

/** Where somebody looks afterwards at what was published alone. */
export function afterwardsAddress(callSlug: string): string {
  return `${keptCallAddress(callSlug)}/afterwards`;
}

/** The questions that the review keeps for more than one call. */
export const bankAddress = `${callsAddress}/question-bank`;

/** Where the kind of a new one is chosen, and where it is made. */
export function newBankQuestionAddress(type?: string): string {
  const path = `${bankAddress}/new`;
  return type === undefined ? path : `${path}?${new URLSearchParams({ type })}`;
}

/** One of them; or its name and its group. */
export function bankQuestionAddress(key: string, part?: "about"): string {
  const path = `${bankAddress}/${encodeURIComponent(key)}`;
  return part === undefined ? path : `${path}/${part}`;
}
