import { type StaffRole, staffRoles } from "#app/db/column-values.ts";

export { type StaffRole, staffRoles };

export type StaffMember = { staffId: string; name: string; role: StaffRole };

/** Shortest password taken; there is no rule of composition (OWASP ASVS 5.0 6.2). */
export const minPasswordCharacters = 12;
