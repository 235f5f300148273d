import { countOf } from "#app/db/counts.ts";
import type { Db, Trx } from "#app/db/schema.ts";

export async function selectIdsOfImport(
  db: Db,
  of: { importId: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom("responses")
    .select("id")
    .where("import_id", "=", of.importId)
    .orderBy("id")
    .limit(of.limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those to which a member of staff has done more than read them. */
export async function countWithStaffEvents(
  db: Db,
  importId: number,
): Promise<number> {
  const row = await db
    .selectFrom("responses")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("responses.import_id", "=", importId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("events")
          .select("events.id")
          .whereRef("events.subject_id", "=", "responses.id")
          .where("events.subject_kind", "=", "response")
          .where("events.actor_kind", "=", "staff")
          .where("events.type", "not in", [
            "response.read",
            "response.received",
          ]),
      ),
    )
    .executeTakeFirstOrThrow();
  return countOf(row);
}

/** With their answers, and with all that others have written about them. */
export async function deleteResponses(trx: Trx, ids: number[]): Promise<void> {
  await trx.deleteFrom("responses").where("id", "in", ids).execute();
}
