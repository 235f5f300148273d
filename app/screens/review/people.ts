import { invitationAddress, personAddress } from "#app/people-addresses.ts";
import type { AccountRefusal } from "#app/domain/accounts/account-state.server.ts";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import type { Invitation } from "#app/domain/team/invitations.server.ts";
import type { Colleague } from "#app/domain/team/people.server.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";

const roleWords: Record<StaffRole, { label: string; hint: string }> = {
  reviewer: {
    label: "Reviewer",
    hint: "Reads, tags and decides about responses",
  },
  lead: {
    label: "Lead",
    hint: "Also withdraws, sees who sent a response where a purpose is given, and oversees the work",
  },
  admin: {
    label: "Admin",
    hint: "Also invites people, says what they are on the team, and shuts accounts",
  },
};

export function describeRole(role: StaffRole): string {
  return roleWords[role].label;
}

/** What somebody can be on the team, the least first. */
export const roleChoices = (["reviewer", "lead", "admin"] as const).map(
  (role) => ({ value: role, ...roleWords[role] }),
);

export const lastSeenWords = (at: string | null) =>
  at === null ? "Never" : formatMoment(at);

const secondStepWords = (since: string | null) =>
  since === null ? "Off" : `On since ${formatShortDate(since)}`;

/** Whom somebody is with the organisation's provider; undefined where there is neither. */
export function describeLink(
  since: string | undefined,
  provider: string | undefined,
): string | undefined {
  if (since === undefined) return provider && "Not linked yet";
  const name = provider ?? "a provider of before";
  return `Linked to an account with ${name} since ${formatShortDate(since)}`;
}

/** "1 response", "3 responses". */
export function countResponses(count: number): string {
  return count === 1
    ? "1 response"
    : `${count.toLocaleString("en-GB")} responses`;
}

/** A person's line in the list of the team. */
export function describeColleague(person: Colleague, ownId: string) {
  const { staffId, name, role, disabledAt, lastSeenAt, inHand } = person;
  return {
    staffId,
    name,
    href: personAddress(staffId),
    isOwn: staffId === ownId,
    role: describeRole(role),
    lastSeen: lastSeenWords(lastSeenAt),
    secondStep: secondStepWords(person.secondStepSince),
    ...inHand,
    leftOn: disabledAt === null ? undefined : formatShortDate(disabledAt),
  };
}

/** A person's own page. */
export function describePerson(person: Colleague, ownId: string) {
  return {
    ...describeColleague(person, ownId),
    roleValue: person.role,
    hasSecondStep: person.secondStepSince !== null,
    email: person.email,
  };
}

const invitationStates = {
  open: ({ expiresAt }: Invitation) =>
    `Can be used until ${formatMoment(expiresAt)}.`,
  expired: ({ expiresAt }: Invitation) =>
    `Ended on ${formatShortDate(expiresAt)} and was not used.`,
  withdrawn: () => "Withdrawn, or it ended with another one.",
  used: () => "Used.",
};

export function describeInvitation(invitation: Invitation) {
  const { invitationId, email, role, invitedByName, invitedAt } = invitation;
  return {
    key: invitationId,
    href: invitationAddress(invitationId),
    email,
    isOpen: invitation.state === "open",
    facts: `${describeRole(role)}, invited by ${invitedByName} on ${formatMoment(invitedAt)}. ${invitationStates[invitation.state](invitation)}`,
  };
}

/** Why an account stays as it is. */
export const accountRefusals: Record<AccountRefusal, string> = {
  "not-found": "There is nobody here any more.",
  "already-so": "Nothing was changed: it is so already.",
  "own-account":
    "Nothing was changed: of your own account another admin decides.",
  "last-admin":
    "Nothing was changed: nobody would be left who can bring people in. Make somebody else an admin first.",
};

/** What became of a letter that was left for somebody. */
export function tellLetter(what: string, { canSend }: { canSend: boolean }) {
  return canSend
    ? `${what} is on its way by mail.`
    : `${what} waits in the outbox, because no mail server is set: pass it on from there.`;
}
