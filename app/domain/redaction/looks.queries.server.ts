import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Who looked through the words that stand, and when. */
export async function selectLook(
  db: Db,
  of: { responseId: number; answersVersion: number },
): Promise<{ by: string; at: string } | undefined> {
  return db
    .selectFrom("redaction_looks")
    .innerJoin("staff", "staff.id", "redaction_looks.looked_by")
    .select(["staff.name as by", "redaction_looks.looked_at as at"])
    .where("redaction_looks.response_id", "=", of.responseId)
    .where("redaction_looks.answers_version", "=", of.answersVersion)
    .executeTakeFirst();
}

/** Of which version of some responses somebody said that they found nothing. */
export async function selectLooks(
  db: Db,
  responseIds: readonly number[],
): Promise<{ responseId: number; version: number }[]> {
  return db
    .selectFrom("redaction_looks")
    .select(["response_id as responseId", "answers_version as version"])
    .where("response_id", "in", responseIds)
    .execute();
}

export async function insertLook(
  trx: Trx,
  row: NewRow<"redaction_looks">,
): Promise<void> {
  await trx.insertInto("redaction_looks").values(row).execute();
}

/** @returns whether there was one. */
export async function deleteLook(
  trx: Trx,
  responseId: number,
): Promise<boolean> {
  const rows = await trx
    .deleteFrom("redaction_looks")
    .where("response_id", "=", responseId)
    .returning("response_id")
    .execute();
  return rows.length > 0;
}
