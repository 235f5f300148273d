import type { Db, Trx } from "#app/db/schema.ts";

export async function setResumeCode(
  trx: Trx,
  { draftId, codeHash }: { draftId: number; codeHash: string },
): Promise<void> {
  await trx
    .updateTable("drafts")
    .set({ resume_code_hash: codeHash })
    .where("id", "=", draftId)
    .execute();
}

export async function selectHasResumeCode(
  db: Db,
  draftId: number,
): Promise<boolean> {
  const found = await db
    .selectFrom("drafts")
    .select("id")
    .where("id", "=", draftId)
    .where("resume_code_hash", "is not", null)
    .executeTakeFirst();
  return found !== undefined;
}

/** The draft with this code that is neither sent nor expired. */
export async function selectDraftByResumeCode(
  db: Db,
  of: { codeHash: string; now: string },
) {
  return db
    .selectFrom("drafts")
    .select(["id", "public_id as publicId", "call_id as callId"])
    .where("resume_code_hash", "=", of.codeHash)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", of.now)
    .executeTakeFirst();
}
