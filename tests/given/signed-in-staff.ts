import { randomUUID } from "node:crypto";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import { type StaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import type { Db } from "#app/db/schema.ts";

/** A member of staff with an open session, and the cookie that goes with it. */
export async function givenSignedInStaff(
  { db, auth }: { db: Db; auth: StaffAuth },
  role: StaffRole = "reviewer",
): Promise<{ staffId: string; cookie: string }> {
  const email = `${randomUUID()}@example.org`;
  const password = randomUUID();
  const added = await addStaffMember(db, auth, {
    name: "Rowan Reviewer",
    email,
    password,
    role,
    now: new Date(),
  });
  if (!added.ok) throw new Error(`No staff member was added: ${added.reason}`);
  const answer = await auth.api.signInEmail({
    body: { email, password },
    asResponse: true,
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { staffId: added.staffId, cookie };
}
