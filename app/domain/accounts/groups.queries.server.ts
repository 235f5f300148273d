import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";

const memberRows = keepQuery((db) =>
  db
    .selectFrom("staff_groups")
    .leftJoin(
      "staff_group_members",
      "staff_group_members.group_id",
      "staff_groups.id",
    )
    .leftJoin("staff", (join) =>
      join
        .onRef("staff.id", "=", "staff_group_members.staff_id")
        .on("staff.disabled_at", "is", null),
    )
    .select([
      "staff_groups.id as groupId",
      "staff_groups.name",
      "staff_groups.row_version as rowVersion",
      "staff.id as staffId",
      "staff.name as memberName",
    ])
    .where("staff_groups.ended_at", "is", null)
    .orderBy("staff_groups.name_key")
    .orderBy("staff.name"),
);

/** A row for each member of a group that there is, and one for a group without any. */
export async function selectMemberRows(db: Db) {
  return memberRows(db, {});
}

/** Of every group that there ever was. */
export async function selectGroupNameRows(
  db: Db,
): Promise<{ id: number; name: string }[]> {
  return db.selectFrom("staff_groups").select(["id", "name"]).execute();
}

const activeMemberIds = keepQuery(
  (db, { groupId }: Places<{ groupId: number }>) =>
    db
      .selectFrom("staff_group_members")
      .innerJoin("staff", "staff.id", "staff_group_members.staff_id")
      .select("staff.id as staffId")
      .where("staff_group_members.group_id", "=", groupId)
      .where("staff.disabled_at", "is", null)
      .orderBy("staff.id"),
);

export async function selectMemberIds(
  db: Db,
  groupId: number,
): Promise<string[]> {
  const rows = await activeMemberIds(db, { groupId });
  return rows.map(({ staffId }) => staffId);
}

const groupIdsOf = keepQuery((db, { staffId }: Places<{ staffId: string }>) =>
  db
    .selectFrom("staff_group_members")
    .select("group_id as groupId")
    .where("staff_id", "=", staffId)
    .orderBy("group_id"),
);

/** A group that ended has no members. */
export async function selectGroupIdsOf(
  db: Db,
  staffId: string,
): Promise<number[]> {
  const rows = await groupIdsOf(db, { staffId });
  return rows.map(({ groupId }) => groupId);
}

export async function selectGroupRow(
  db: Db,
  groupId: number,
): Promise<Row<"staff_groups"> | undefined> {
  return db
    .selectFrom("staff_groups")
    .selectAll()
    .where("id", "=", groupId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
}

/** Whether another group that there is has a name. */
export async function isNameTaken(
  db: Db,
  { nameKey, besides }: { nameKey: string; besides: number | undefined },
): Promise<boolean> {
  const row = await db
    .selectFrom("staff_groups")
    .select("id")
    .where("name_key", "=", nameKey)
    .where("ended_at", "is", null)
    .where("id", "<>", besides ?? 0)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertGroup(
  trx: Trx,
  of: { name: string; nameKey: string; at: string },
): Promise<number> {
  const { id } = await trx
    .insertInto("staff_groups")
    .values({ name: of.name, name_key: of.nameKey, made_at: of.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns false where it was changed or ended since that version. */
export async function updateGroup(
  trx: Trx,
  of: {
    groupId: number;
    rowVersion: number;
    set: { name: string; name_key: string } | { ended_at: string };
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("staff_groups")
    .set((eb) => ({ ...of.set, row_version: eb("row_version", "+", 1) }))
    .where("id", "=", of.groupId)
    .where("row_version", "=", of.rowVersion)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function replaceMembers(
  trx: Trx,
  { groupId, staffIds }: { groupId: number; staffIds: readonly string[] },
): Promise<void> {
  await trx
    .deleteFrom("staff_group_members")
    .where("group_id", "=", groupId)
    .execute();
  if (staffIds.length === 0) return;
  await trx
    .insertInto("staff_group_members")
    .values(staffIds.map((id) => ({ group_id: groupId, staff_id: id })))
    .execute();
}

/** @returns the groups that somebody was in. */
export async function deleteMemberships(
  trx: Trx,
  staffId: string,
): Promise<number[]> {
  const rows = await trx
    .deleteFrom("staff_group_members")
    .where("staff_id", "=", staffId)
    .returning("group_id")
    .execute();
  return rows.map((row) => row.group_id);
}
