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
