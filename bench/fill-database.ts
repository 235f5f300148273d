import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import {
  createStaffAuth,
  type StaffAuth,
} from "#app/domain/accounts/staff-auth.server.ts";
import { type Call, createCall } from "#app/domain/calls/calls.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { benchCall } from "./call.ts";
import { plannedStaff, plannedTags } from "./fill-plan.ts";

export type BenchTeam = {
  call: Call;
  staff: { staffId: string; email: string; password: string }[];
  staffIds: string[];
  tagIds: number[];
};

type Settings = Parameters<typeof createStaffAuth>[1];

/** The call, the people and the tags that a fill is spread over, each by its own operation. */
export async function makeBenchTeam(
  db: Db,
  settings: Settings,
  { staffCount = plannedStaff }: { staffCount?: number } = {},
): Promise<BenchTeam> {
  const now = new Date();
  const call = await createCall(db, {
    slug: "advice",
    state: "open",
    opensAt: null,
    closesAt: null,
    definition: benchCall,
    actor: { kind: "system" },
    now,
  });
  const auth = createStaffAuth(db, settings);
  const staff: BenchTeam["staff"] = [];
  for (let number = 1; number <= staffCount; number += 1)
    staff.push(await addColleague(db, auth, number));
  const staffIds = staff.map(({ staffId }) => staffId);
  const tagIds: number[] = [];
  for (const name of plannedTags) {
    const actor = { staffId: staffIds[0] ?? "", role: "lead" as const };
    const defined = await defineTag(db, { name, definition: name, actor, now });
    if (defined.ok) tagIds.push(defined.tagId);
  }
  return { call, staff, staffIds, tagIds };
}

async function addColleague(db: Db, auth: StaffAuth, number: number) {
  const email = `bench-${number}@review.example`;
  const password = randomBytes(16).toString("hex");
  const added = await addStaffMember(db, auth, {
    name: `Bench ${number}`,
    email,
    password,
    role: "lead",
    now: new Date(),
  });
  if (!added.ok)
    throw new Error(`${email} could not be added: ${added.reason}`);
  return { staffId: added.staffId, email, password };
}
