import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function insertPreviewLink(
  trx: Trx,
  row: NewRow<"preview_links">,
): Promise<number> {
  const { id } = await trx
    .insertInto("preview_links")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Of one call, those that have not ended, the newest first. */
export async function selectStanding(
  db: Db,
  { callId, now }: { callId: number; now: string },
) {
  return db
    .selectFrom("preview_links")
    .select([
      "id as linkId",
      "version",
      "made_by_id as staffId",
      "made_at as at",
      "ends_at as endsAt",
    ])
    .where("call_id", "=", callId)
    .where("ended_at", "is", null)
    .where("ends_at", ">", now)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function isNotEnded(
  db: Db,
  { linkId, callId }: { linkId: number; callId: number },
): Promise<boolean> {
  const found = await db
    .selectFrom("preview_links")
    .select("id")
    .where("id", "=", linkId)
    .where("call_id", "=", callId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

/** @param of.linkId left out for all of the call. @returns how many stood until then. */
export async function endStanding(
  trx: Trx,
  of: { callId: number; linkId?: number | undefined; now: string },
): Promise<number> {
  const { callId, linkId, now } = of;
  const standing = trx
    .updateTable("preview_links")
    .set({ ended_at: now })
    .where("call_id", "=", callId)
    .where("ended_at", "is", null)
    .where("ends_at", ">", now);
  const meant =
    linkId === undefined ? standing : standing.where("id", "=", linkId);
  const { numUpdatedRows } = await meant.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Those whose time was over: their links say so themselves. */
export async function deletePast(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom("preview_links").where("ends_at", "<=", now).execute();
}
