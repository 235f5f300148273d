import { keepQuery } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "./accounts.ts";

const memberColumns = ["id as staffId", "name", "role"] as const;

/** Whoever is not disabled, of one id. */
export async function selectActiveMember(
  db: Db,
  staffId: string,
): Promise<StaffMember | undefined> {
  return db
    .selectFrom("staff")
    .select(memberColumns)
    .where("id", "=", staffId)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
}

const activeMembers = keepQuery((db) =>
  db
    .selectFrom("staff")
    .select(memberColumns)
    .where("disabled_at", "is", null)
    .orderBy("name"),
);

export async function selectActiveMembers(db: Db): Promise<StaffMember[]> {
  return activeMembers(db, {});
}

/** Of everybody, disabled or not. */
export async function selectNames(
  db: Db,
): Promise<{ id: string; name: string }[]> {
  return db.selectFrom("staff").select(["id", "name"]).execute();
}
