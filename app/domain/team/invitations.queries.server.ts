import type { Db, NewRow, Trx } from "#app/db/schema.ts";

const columns = [
  "id as invitationId",
  "email",
  "role",
  "invited_at as invitedAt",
  "expires_at as expiresAt",
  "withdrawn_at as withdrawnAt",
  "used_at as usedAt",
] as const;

export async function insertInvitation(
  trx: Trx,
  invitation: NewRow<"staff_invitations">,
): Promise<void> {
  await trx.insertInto("staff_invitations").values(invitation).execute();
}

/** The newest of each address that nobody came by, with the name of who sent it. */
export async function selectUnusedInvitations(db: Db) {
  const rows = await db
    .selectFrom("staff_invitations")
    .innerJoin("staff", "staff.id", "staff_invitations.invited_by")
    .select([
      "staff_invitations.id as invitationId",
      "staff_invitations.email",
      "staff_invitations.role",
      "staff_invitations.invited_at as invitedAt",
      "staff_invitations.expires_at as expiresAt",
      "staff_invitations.withdrawn_at as withdrawnAt",
      "staff_invitations.used_at as usedAt",
      "staff.name as invitedByName",
    ])
    .orderBy("staff_invitations.invited_at", "desc")
    .orderBy((eb) =>
      eb
        .case()
        .when("staff_invitations.withdrawn_at", "is", null)
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy("staff_invitations.id")
    .execute();
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows)
    if (!newest.has(row.email)) newest.set(row.email, row);
  return [...newest.values()].filter(({ usedAt }) => usedAt === null);
}

export async function selectInvitation(db: Db, invitationId: string) {
  return db
    .selectFrom("staff_invitations")
    .select(columns)
    .where("id", "=", invitationId)
    .executeTakeFirst();
}

export async function selectInvitationByCode(db: Db, codeHash: string) {
  return db
    .selectFrom("staff_invitations")
    .select(columns)
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
}

/** @returns the ids of those that could have been used until now. */
export async function withdrawUnused(
  trx: Trx,
  of: { email: string } | { invitationId: string } | { invitedBy: string },
  at: string,
): Promise<string[]> {
  const open = trx
    .updateTable("staff_invitations")
    .set({ withdrawn_at: at })
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null);
  const meant =
    "email" in of
      ? open.where("email", "=", of.email)
      : "invitedBy" in of
        ? open.where("invited_by", "=", of.invitedBy)
        : open.where("id", "=", of.invitationId);
  const rows = await meant.returning("id").execute();
  return rows.map(({ id }) => id);
}

export async function setInvitationUsed(
  trx: Trx,
  use: { invitationId: string; staffId: string; at: string },
): Promise<void> {
  await trx
    .updateTable("staff_invitations")
    .set({ used_at: use.at, used_by: use.staffId })
    .where("id", "=", use.invitationId)
    .execute();
}
