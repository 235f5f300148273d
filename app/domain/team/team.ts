import { z } from "zod";
import { type StaffRole, staffRoles } from "#app/db/column-values.ts";
import { isEmailAddress, tidyEmailAddress } from "../text/email-address.ts";

/** For how long an invitation can be used. */
export const invitationDays = 7;

/** For how long a password can be set anew with a code that was sent. */
export const resetMinutes = 60;

const maxNameCharacters = 120;
/** Longer ones cost time to hash, and nobody types them. */
const maxPasswordCharacters = 256;

/** Of an invitation; only one that is `open` lets somebody in. */
export type InvitationState = "open" | "used" | "withdrawn" | "expired";

/** What can be the matter with a form about people; a screen says it. */
export type PeopleProblem =
  | "email-missing"
  | "role-missing"
  | "code-missing"
  | "app-code-missing"
  | "name-missing"
  | "name-too-long"
  | "password-missing"
  | "old-password-missing"
  | "password-too-long";

const because = (problem: PeopleProblem) => problem;

const email = z
  .string(because("email-missing"))
  .transform(tidyEmailAddress)
  .refine(isEmailAddress, because("email-missing"));

const role = z.enum(staffRoles, because("role-missing"));

const code = z
  .string(because("code-missing"))
  .max(200, because("code-missing"));

const newPassword = z
  .string(because("password-missing"))
  .max(maxPasswordCharacters, because("password-too-long"));

export const inviteSchema = z.object({ email, role });

export const roleSchema = z.object({ role });

export const joinSchema = z.object({
  code,
  name: z
    .string(because("name-missing"))
    .max(maxNameCharacters, because("name-too-long"))
    .transform((name) => name.replace(/\s+/g, " ").trim())
    .refine((name) => name !== "", because("name-missing")),
  newPassword,
});

export const forgottenSchema = z.object({ email });

export const resetSchema = z.object({ code, newPassword });

export const changePasswordSchema = z.object({
  oldPassword: z
    .string(because("old-password-missing"))
    .max(maxPasswordCharacters, because("old-password-missing")),
  newPassword,
});

/** The key that a page offered, and a code that shows it is in one's app; the password where it takes another's place. */
export const setUpSchema = z.object({
  offer: z.string().max(1_000).catch(""),
  password: z.string().max(maxPasswordCharacters).default(""),
  code: z
    .string(because("app-code-missing"))
    .max(100, because("app-code-missing")),
});

/** That it is oneself who asks, at a session that is open already. */
export const ownPasswordSchema = z.object({
  password: z
    .string(because("password-missing"))
    .max(maxPasswordCharacters, because("password-too-long")),
});

/** What somebody is told by mail: a box that is not ticked is not sent. */
export const noticesSchema = z.object({ handedOver: z.literal("yes") });

/** Who does something about a colleague. */
export type PeopleActor = { staffId: string; role: StaffRole };

/** Where an invitation stands at a moment. */
export function stateOfInvitation(
  invitation: {
    usedAt: string | null;
    withdrawnAt: string | null;
    expiresAt: string;
  },
  now: Date,
): InvitationState {
  if (invitation.usedAt !== null) return "used";
  if (invitation.withdrawnAt !== null) return "withdrawn";
  return invitation.expiresAt <= now.toISOString() ? "expired" : "open";
}
