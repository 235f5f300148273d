import { randomUUID } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";

/** A member of staff without a password: hashing one as slowly as it must be costs a test 0.2 seconds. */
export async function givenColleague(
  db: Db,
  overrides: Partial<StaffMember> = {},
): Promise<StaffMember> {
  const staffId = overrides.staffId ?? randomUUID();
  const name = overrides.name ?? `Colleague ${staffId.slice(0, 4)}`;
  const role = overrides.role ?? "reviewer";
  const at = new Date(0).toISOString();
  await db
    .insertInto("staff")
    .values({
      id: staffId,
      name,
      email: `${staffId}@review.example`,
      emailVerified: 1,
      image: null,
      role,
      disabled_at: null,
      last_seen_at: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return { staffId, name, role };
}

/** Somebody who sees whatever staff see, where it does not matter who. */
export const anyLead: Viewer = { staffId: "anyone", role: "lead" };
