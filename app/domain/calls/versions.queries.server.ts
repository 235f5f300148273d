import type { Db } from "#app/db/schema.ts";

type VersionRow = {
  definitionId: number;
  callId: number;
  version: number;
  addedAt: string;
};

/** Of calls there are a few, and of each a few versions: they are read without their words. */
export async function selectVersionRows(db: Db): Promise<VersionRow[]> {
  return db
    .selectFrom("call_definitions")
    .select([
      "id as definitionId",
      "call_id as callId",
      "version",
      "created_at as addedAt",
    ])
    .orderBy("call_id")
    .orderBy("version")
    .execute();
}

/** The versions of a call after one of them, the oldest first, with what each asks again. */
export async function selectLaterVersions(
  db: Db,
  { callId, definitionId }: { callId: number; definitionId: number },
) {
  return db
    .selectFrom("call_definitions as later")
    .innerJoin("call_definitions as begun", "begun.call_id", "later.call_id")
    .select(["later.id as definitionId", "later.asks_again as asksAgain"])
    .where("later.call_id", "=", callId)
    .where("begun.id", "=", definitionId)
    .whereRef("later.version", ">", "begun.version")
    .orderBy("later.version")
    .execute();
}
