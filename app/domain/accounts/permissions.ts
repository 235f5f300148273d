import type { StaffMember, StaffRole } from "./accounts.ts";

/** All that a member of staff can be let do. A page, a form or a rule names one of these, never a role. */
export const permissions = [
  /** The frame, the way in and the way out: whoever has an account on the team has this. */
  "open-review-side",
  "read-responses",
  /** Searches with a name, one's own and what one shares. */
  "keep-views",
  /** Views that others share. */
  "change-any-view",
  "take-responses",
  "triage-responses",
  /** One thing to all responses of a list: tags, a decision, a person. */
  "act-in-bulk",
  "withdraw-responses",
  "write-notes",
  /** To key in what came by letter, phone or mail, and to check what a colleague keyed in. */
  "enter-responses",
  "raise-safeguarding-flag",
  "decide-safeguarding",
  "read-identity",
  "open-files",
  "tag-responses",
  /** To mark what must not leave the review, and to decide what a colleague marked. */
  "redact-responses",
  /** The words that two people agreed to redact. */
  "see-redacted-originals",
  "remove-any-passage",
  "read-tags",
  "edit-tags",
  "retire-tags",
  /** To merge, split and take in tags, and to undo what others did: it changes what colleagues have tagged. */
  "reshape-codebook",
  /** Words of people as a file, out of the portal. */
  "take-out-passages",
  "decide-held-back",
  "oversee-work",
  /** What is asked of the public, in which words, from when and until when. */
  "keep-calls",
  /** What the review says of itself to everybody: its pages, its name, its look. */
  "keep-portal",
  /** Rows of a table become responses, and a whole import is taken back. */
  "import-responses",
  "read-equality-totals",
  "end-any-session",
  /** One's own name, password and second step; opens before a second step is set up. */
  "keep-own-account",
  /** Ways to come in that stand for both steps: never before the second step is set up. */
  "keep-own-passkeys",
  /** The one thing that nobody is kept from. */
  "sign-out",
  /** Who is and was on the team, as what, and what they have in hand. */
  "see-people",
  /** Groups of the team, whom work is given to: made, changed and ended. */
  "keep-groups",
  /** Who joins the team, as what, and who leaves it: whoever may do this can make themselves anything else. */
  "manage-people",
] as const;
export type Permission = (typeof permissions)[number];

const reviewer = [
  "open-review-side",
  "keep-own-account",
  "keep-own-passkeys",
  "sign-out",
  "read-responses",
  "keep-views",
  "take-responses",
  "triage-responses",
  "write-notes",
  "enter-responses",
  "raise-safeguarding-flag",
  "open-files",
  "tag-responses",
  "redact-responses",
  "read-tags",
  "edit-tags",
] as const satisfies readonly Permission[];

/** What a lead answers for: a reviewer cannot take a person's words out of the review, nor ask who they are. */
const lead = [
  ...reviewer,
  "act-in-bulk",
  "withdraw-responses",
  "decide-safeguarding",
  "read-identity",
  "see-redacted-originals",
  "remove-any-passage",
  "retire-tags",
  "reshape-codebook",
  "take-out-passages",
  "decide-held-back",
  "oversee-work",
  "keep-calls",
  "keep-portal",
  "import-responses",
  "read-equality-totals",
  "end-any-session",
  "see-people",
  "keep-groups",
] as const satisfies readonly Permission[];

const admin = [
  ...lead,
  "manage-people",
  "change-any-view",
] as const satisfies readonly Permission[];

/** Closed by default: a role may do what stands beside its name, and a new role nothing until it is written here. */
const allowed = {
  reviewer,
  lead,
  admin,
} satisfies Record<StaffRole, readonly Permission[]>;

/** Whether a member of staff may do something. A role that is not known here may do nothing. */
export function may(
  actor: Pick<StaffMember, "role">,
  permission: Permission,
): boolean {
  if (!Object.hasOwn(allowed, actor.role)) return false;
  const own: readonly Permission[] = allowed[actor.role];
  return own.includes(permission);
}
