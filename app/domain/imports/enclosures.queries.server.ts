import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

type EnclosureRow = Row<"import_enclosures">;

/** @returns its id. */
export async function insertEnclosure(
  trx: Trx,
  row: NewRow<"import_enclosures">,
): Promise<number> {
  const { id } = await trx
    .insertInto("import_enclosures")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertEnclosurePiece(
  trx: Trx,
  piece: NewRow<"import_enclosure_pieces">,
): Promise<void> {
  await trx.insertInto("import_enclosure_pieces").values(piece).execute();
}

/** In the order in which they came. */
export async function selectEnclosures(
  db: Db,
  importFileId: number,
): Promise<EnclosureRow[]> {
  return db
    .selectFrom("import_enclosures")
    .selectAll()
    .where("import_file_id", "=", importFileId)
    .orderBy("id")
    .execute();
}

export async function selectEnclosurePieces(
  db: Db,
  enclosureId: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("import_enclosure_pieces")
    .select("content")
    .where("enclosure_id", "=", enclosureId)
    .orderBy("number")
    .execute();
  return rows.map(({ content }) => content);
}

/** Those of a table that came with one ZIP, or all of them. */
export async function deleteEnclosures(
  db: Db,
  of: { importFileId: number; enclosureIds?: number[] },
): Promise<void> {
  let deletion = db
    .deleteFrom("import_enclosures")
    .where("import_file_id", "=", of.importFileId);
  if (of.enclosureIds) deletion = deletion.where("id", "in", of.enclosureIds);
  await deletion.execute();
}
