import { signInAddress } from "./addresses.ts";

/** Who is and was on the team. */
export const peopleAddress = "/review/people";

/** What stands below it: who is to join, and the mail that waits where no server is set. */
export const inviteAddress = "/review/people/invite";
export const outboxAddress = "/review/people/outbox";

/** Where an invitation is sent again or withdrawn. */
export function invitationAddress(invitationId: string): string {
  return `${peopleAddress}/invitations/${encodeURIComponent(invitationId)}`;
}

type PersonForm = "disable" | "reset" | "second-step" | "provider";

/** A person's page, or where one of its forms is sent. */
export function personAddress(staffId: string, form?: PersonForm): string {
  const path = `${peopleAddress}/${encodeURIComponent(staffId)}`;
  return form === undefined ? path : `${path}/${form}`;
}

/** Where a group of the team is made, and where one is changed or ended. */
export const newGroupAddress = "/review/people/groups/new";

export function groupAddress(groupId: number, form?: "end"): string {
  const path = `${peopleAddress}/groups/${groupId}`;
  return form === undefined ? path : `${path}/${form}`;
}

/** Where somebody types in the code that they were invited with. */
export const joinAddress = "/review/join";

/** Where a code for another password is asked for, and typed in. */
export const forgottenAddress = "/review/forgotten";
export const resetAddress = "/review/reset";

/** One's own account. */
export const accountAddress = "/review/account";
export const passwordAddress = "/review/account/password";
/** Where one says what one is told by mail. */
export const noticesAddress = "/review/account/notices";
/** One's own passkeys, where a browser is told how to make one, and where it comes in with one. */
export const passkeysAddress = "/review/account/passkeys";
export const newPasskeyAddress = "/review/account/passkeys/options";
export const passkeySignInAddress = "/review/passkey";

/** The page to sign in, told that a passkey let nobody in. */
export function passkeyRefusedAddress(from: string): string {
  return `${signInAddress(from)}&passkey=refused`;
}

/** Where a browser leaves for the team's identity provider, and where it comes back. */
export const providerAddress = "/review/provider";
export const providerBackAddress = "/review/provider/back";

/** The same way out, with the page that was asked for before. */
export function providerPath(from: string): string {
  return `${providerAddress}?${new URLSearchParams({ from })}`;
}

/** The page to sign in, told why the provider let nobody in. */
export function providerRefusedAddress(from: string, why: string): string {
  return `${signInAddress(from)}&${new URLSearchParams({ provider: why })}`;
}

/** Where one's second step is set up, where its recovery codes are made anew, and where its code is typed in to come in. */
export const setUpSecondStepAddress = "/review/account/second-step";
export const recoveryCodesAddress = "/review/account/recovery-codes";
export const secondStepAddress = "/review/second-step";

/** The same, with what was asked for before. */
export function secondStepPath(from: string): string {
  return `${secondStepAddress}?${new URLSearchParams({ from })}`;
}
