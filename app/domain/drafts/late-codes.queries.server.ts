import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function insertLateCode(
  trx: Trx,
  row: Pick<
    NewRow<"late_codes">,
    "call_id" | "code_hash" | "note" | "issued_at"
  >,
): Promise<void> {
  await trx.insertInto("late_codes").values(row).execute();
}

/** The code of a call that has this hash and has sent nothing yet. */
export async function selectUnusedLateCode(
  db: Db,
  of: { callId: number; codeHash: string },
): Promise<{ id: number } | undefined> {
  return db
    .selectFrom("late_codes")
    .select("id")
    .where("code_hash", "=", of.codeHash)
    .where("call_id", "=", of.callId)
    .where("used_at", "is", null)
    .executeTakeFirst();
}

/** Whether another draft that is not sent, and not over, goes on with the draft's code. */
export async function selectIsLateCodeShared(
  db: Db,
  of: { draftId: number; now: string },
): Promise<boolean> {
  const found = await db
    .selectFrom("drafts")
    .innerJoin("drafts as other", "other.late_code_id", "drafts.late_code_id")
    .select("other.id")
    .where("drafts.id", "=", of.draftId)
    .whereRef("other.id", "!=", "drafts.id")
    .where("other.submitted_at", "is", null)
    .where("other.expires_at", ">", of.now)
    .executeTakeFirst();
  return found !== undefined;
}

export async function giveDraftItsLateCode(
  trx: Trx,
  of: { draftId: number; lateCodeId: number },
): Promise<void> {
  await trx
    .updateTable("drafts")
    .set({ late_code_id: of.lateCodeId })
    .where("id", "=", of.draftId)
    .execute();
}

export async function markLateCodeUsed(
  trx: Trx,
  used: { lateCodeId: number; now: Date },
): Promise<void> {
  await trx
    .updateTable("late_codes")
    .set({ used_at: used.now.toISOString() })
    .where("id", "=", used.lateCodeId)
    .execute();
}

/** The codes of a call, the newest first. */
export async function selectCodesOfCall(
  db: Db,
  callId: number,
): Promise<
  { id: number; note: string | null; issuedAt: string; usedAt: string | null }[]
> {
  return db
    .selectFrom("late_codes")
    .select(["id", "note", "issued_at as issuedAt", "used_at as usedAt"])
    .where("call_id", "=", callId)
    .orderBy("id", "desc")
    .execute();
}
