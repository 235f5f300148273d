import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

export async function insertEntry(
  trx: Trx,
  row: Omit<NewRow<"entries">, "checked_by" | "checked_at">,
): Promise<void> {
  await trx
    .insertInto("entries")
    .values({ ...row, checked_by: null, checked_at: null })
    .execute();
}

function selectEntries(db: Db, viewer: Viewer) {
  return responsesListedFor(db, viewer)
    .innerJoin("entries", "entries.response_id", "responses.id")
    .innerJoin("staff as keyer", "keyer.id", "entries.keyed_by")
    .leftJoin("staff as checker", "checker.id", "entries.checked_by")
    .where("responses.state", "<>", "withdrawn")
    .select([
      "responses.id",
      "responses.reference",
      "responses.call_id",
      "responses.channel",
      "responses.received_at",
      "responses.excerpt",
      "entries.receipt_seed",
      "entries.keyed_by",
      "entries.keyed_at",
      "keyer.name as keyer_name",
      "checker.name as checker_name",
      "entries.checked_at",
    ]);
}

export type EntryRow = Awaited<
  ReturnType<ReturnType<typeof selectEntries>["execute"]>
>[number];

/** Those that wait longest first. */
export async function selectUnchecked(
  db: Db,
  viewer: Viewer,
  limit: number,
): Promise<EntryRow[]> {
  return selectEntries(db, viewer)
    .where("entries.checked_by", "is", null)
    .orderBy("entries.keyed_at")
    .orderBy("entries.response_id")
    .limit(limit)
    .execute();
}

/** The newest first. */
export async function selectChecked(
  db: Db,
  viewer: Viewer,
  limit: number,
): Promise<EntryRow[]> {
  return selectEntries(db, viewer)
    .where("entries.checked_by", "is not", null)
    .orderBy("entries.checked_at", "desc")
    .orderBy("entries.response_id")
    .limit(limit)
    .execute();
}

export async function selectEntry(
  db: Db,
  viewer: Viewer,
  of: { reference: string } | { responseId: number },
): Promise<EntryRow | undefined> {
  const entries = selectEntries(db, viewer);
  const found =
    "reference" in of
      ? entries.where("responses.reference", "=", of.reference)
      : entries.where("responses.id", "=", of.responseId);
  return found.executeTakeFirst();
}

/** @returns false where it was checked already, or whoever checks it keyed it in. */
export async function updateChecked(
  trx: Trx,
  check: { responseId: number; by: string; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("entries")
    .set({ checked_by: check.by, checked_at: check.at })
    .where("response_id", "=", check.responseId)
    .where("checked_by", "is", null)
    .where("keyed_by", "<>", check.by)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
