import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { DefinitionPartKind } from "./working-copy.ts";

export async function selectDefinitionDraft(db: Db, callId: number) {
  return db
    .selectFrom("definition_drafts")
    .select(["id", "based_on_definition_id", "row_version"])
    .where("call_id", "=", callId)
    .executeTakeFirst();
}

/** Of one working copy; each kind in its order. */
export async function selectDefinitionDraftParts(db: Db, draftId: number) {
  return db
    .selectFrom("definition_draft_parts")
    .select(["kind", "key", "body", "row_version"])
    .where("draft_id", "=", draftId)
    .orderBy("kind")
    .orderBy("position")
    .execute();
}

export async function insertDefinitionDraft(
  trx: Trx,
  row: NewRow<"definition_drafts">,
): Promise<number> {
  const { id } = await trx
    .insertInto("definition_drafts")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertDefinitionDraftParts(
  trx: Trx,
  rows: NewRow<"definition_draft_parts">[],
): Promise<void> {
  await trx.insertInto("definition_draft_parts").values(rows).execute();
}

type PartPlace = { draftId: number; kind: DefinitionPartKind; key: string };

export async function updateDefinitionDraftPart(
  trx: Trx,
  { draftId, kind, key }: PartPlace,
  set: {
    body: string;
    row_version: number;
    changed_at: string;
    changed_by_id: string;
  },
): Promise<void> {
  await trx
    .updateTable("definition_draft_parts")
    .set(set)
    .where("draft_id", "=", draftId)
    .where("kind", "=", kind)
    .where("key", "=", key)
    .execute();
}

export async function placeDefinitionDraftPart(
  trx: Trx,
  { draftId, kind, key }: PartPlace,
  position: number,
): Promise<void> {
  await trx
    .updateTable("definition_draft_parts")
    .set({ position })
    .where("draft_id", "=", draftId)
    .where("kind", "=", kind)
    .where("key", "=", key)
    .execute();
}

export async function deleteDefinitionDraftPart(
  trx: Trx,
  { draftId, kind, key }: PartPlace,
): Promise<void> {
  await trx
    .deleteFrom("definition_draft_parts")
    .where("draft_id", "=", draftId)
    .where("kind", "=", kind)
    .where("key", "=", key)
    .execute();
}

/** @returns which version it is now, and who had proposed and approved which. */
export async function raiseDefinitionDraft(trx: Trx, draftId: number) {
  return trx
    .updateTable("definition_drafts")
    .set((eb) => ({ row_version: eb("row_version", "+", 1) }))
    .where("id", "=", draftId)
    .returning([
      "row_version",
      "proposed_version",
      "proposed_by_id",
      "approved_by_id",
    ])
    .executeTakeFirstOrThrow();
}

export async function deleteDefinitionDraft(
  trx: Trx,
  draftId: number,
): Promise<void> {
  await trx
    .deleteFrom("definition_draft_parts")
    .where("draft_id", "=", draftId)
    .execute();
  await trx.deleteFrom("definition_drafts").where("id", "=", draftId).execute();
}
