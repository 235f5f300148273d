import type { StaffRole } from "#app/domain/accounts/accounts.ts";

/** The demo's review team. Invented people. */
export const demoStaff = {
  admin: {
    name: "Rowan Achterby",
    email: "rowan@steadyground.example",
    role: "admin",
  },
  lead: {
    name: "Nadia Pember-Osei",
    email: "nadia@steadyground.example",
    role: "lead",
  },
  tomos: {
    name: "Tomos Greyling",
    email: "tomos@steadyground.example",
    role: "reviewer",
  },
  imogen: {
    name: "Imogen Farrowby",
    email: "imogen@steadyground.example",
    role: "reviewer",
  },
} as const satisfies Record<
  string,
  { name: string; email: string; role: StaffRole }
>;

export type DemoStaffKey = keyof typeof demoStaff;
