export const staffRoles = ["admin", "lead", "reviewer"] as const;
export type StaffRole = (typeof staffRoles)[number];

export type StaffMember = { staffId: string; name: string; role: StaffRole };

/** Shortest password taken; there is no rule of composition (OWASP ASVS 5.0 6.2). */
export const minPasswordCharacters = 12;
