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

/** Everybody who is or was on the team, by name, those who left last. */
export async function selectEveryMember(db: Db) {
  return db
    .selectFrom("staff")
    .leftJoin("staff_second_steps", "staff_second_steps.staff_id", "staff.id")
    .select([
      "staff.id as staffId",
      "staff.name",
      "staff.email",
      "staff.role",
      "staff.disabled_at as disabledAt",
      "staff.last_seen_at as lastSeenAt",
      "staff_second_steps.set_up_at as secondStepSince",
    ])
    .orderBy((eb) =>
      eb.case().when("staff.disabled_at", "is", null).then(0).else(1).end(),
    )
    .orderBy("staff.name")
    .orderBy("staff.id")
    .execute();
}

/** Where mail reaches people who are on the team now. */
export async function selectAddresses(
  db: Db,
  staffIds: readonly string[],
): Promise<{ name: string; email: string }[]> {
  if (staffIds.length === 0) return [];
  return db
    .selectFrom("staff")
    .select(["name", "email"])
    .where("id", "in", staffIds)
    .where("disabled_at", "is", null)
    .orderBy("id")
    .execute();
}
