import type { Db } from "#app/db/schema.ts";

/** Writes what a draft's holder says of a file of it; another draft's file is left alone. */
export async function updateAbout(
  db: Db,
  of: { draftId: number; publicId: string; about: string | null },
): Promise<void> {
  await db
    .updateTable("attachments")
    .set({ about: of.about })
    .where("draft_id", "=", of.draftId)
    .where("public_id", "=", of.publicId)
    .execute();
}
