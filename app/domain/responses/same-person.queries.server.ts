import type { Db, Trx } from "#app/db/schema.ts";
import { responsesListedFor } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** By the ids of the answers: what was replaced meanwhile has another, and is not there any more. */
export async function writePersonKeys(
  db: Db,
  keys: { id: number; key: string | undefined }[],
): Promise<void> {
  for (const { id, key = null } of keys)
    await db
      .updateTable("identities")
      .set({ person_key: key })
      .where("id", "=", id)
      .where("person_key", "is distinct from", key)
      .execute();
}

/** @returns the ids of the responses that had one. */
export async function clearPersonKeys(trx: Trx): Promise<number[]> {
  const rows = await trx
    .updateTable("identities")
    .set({ person_key: null })
    .where("person_key", "is not", null)
    .returning("response_id")
    .execute();
  return [...new Set(rows.map((row) => row.response_id))];
}

/** So many are told of at most. */
const mostOthers = 20;

/** Those that stand in a list, where it stands in one itself. */
export async function selectOthersOfPerson(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseId: number,
): Promise<string[]> {
  const present = responsesListedFor(db, viewer).where(
    "responses.state",
    "<>",
    "withdrawn",
  );
  const itself = present
    .select("responses.id")
    .where("responses.id", "=", responseId);
  const keys = db
    .selectFrom("identities as own")
    .select("own.person_key")
    .where("own.response_id", "in", itself)
    .where("own.person_key", "is not", null);
  const others = db
    .selectFrom("identities as other")
    .select("other.response_id")
    .where("other.person_key", "in", keys);
  const rows = await present
    .select("responses.reference")
    .where("responses.id", "in", others)
    .where("responses.id", "<>", responseId)
    .orderBy("responses.id")
    .limit(mostOthers)
    .execute();
  return rows.map((row) => row.reference);
}
