import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function insertChange(
  trx: Trx,
  row: NewRow<"codebook_changes">,
): Promise<number> {
  const { id } = await trx
    .insertInto("codebook_changes")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Which tags a change is about; what one statement takes at a time. */
export async function insertChangeTags(
  trx: Trx,
  changeId: number,
  tagIds: number[],
): Promise<void> {
  for (let start = 0; start < tagIds.length; start += 500)
    await trx
      .insertInto("codebook_change_tags")
      .values(
        tagIds
          .slice(start, start + 500)
          .map((tag_id) => ({ tag_id, change_id: changeId })),
      )
      .execute();
}

export async function markUndone(
  trx: Trx,
  undone: { changeId: number; staffId: string; at: string },
): Promise<void> {
  await trx
    .updateTable("codebook_changes")
    .set({ undone_by: undone.staffId, undone_at: undone.at })
    .where("id", "=", undone.changeId)
    .execute();
}

function changes(db: Db) {
  return db
    .selectFrom("codebook_changes")
    .innerJoin("staff", "staff.id", "codebook_changes.made_by")
    .leftJoin("staff as undoers", "undoers.id", "codebook_changes.undone_by")
    .select([
      "codebook_changes.id as changeId",
      "codebook_changes.kind",
      "codebook_changes.made_by as madeById",
      "staff.name as madeBy",
      "codebook_changes.made_at as madeAt",
      "codebook_changes.details",
      "undoers.name as undoneBy",
      "codebook_changes.undone_at as undoneAt",
    ])
    .orderBy("codebook_changes.id", "desc");
}

/** The newest changes of a tag first. */
export async function selectChangesOf(
  db: Db,
  of: { tagId: number; limit: number },
) {
  return changes(db)
    .innerJoin(
      "codebook_change_tags",
      "codebook_change_tags.change_id",
      "codebook_changes.id",
    )
    .where("codebook_change_tags.tag_id", "=", of.tagId)
    .limit(of.limit)
    .execute();
}

/** The newest changes of the whole codebook first. */
export async function selectNewestChanges(db: Db, limit: number) {
  return changes(db).limit(limit).execute();
}

export async function selectChange(db: Db, changeId: number) {
  return changes(db)
    .where("codebook_changes.id", "=", changeId)
    .executeTakeFirst();
}
