import type { Db } from "#app/db/schema.ts";

/** What the team wrote about a response: its notes, and the memos on its passages. */
export async function selectTeamTexts(
  db: Db,
  responseId: number,
): Promise<string[]> {
  const notes = await db
    .selectFrom("notes")
    .select("body")
    .where("response_id", "=", responseId)
    .orderBy("id")
    .execute();
  const memos = await db
    .selectFrom("passages")
    .select("memo")
    .where("response_id", "=", responseId)
    .where("memo", "<>", "")
    .orderBy("id")
    .execute();
  return [...notes.map(({ body }) => body), ...memos.map(({ memo }) => memo)];
}
