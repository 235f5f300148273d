import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { PassageStanding, ProjectState } from "#app/db/project-values.ts";

export async function insertProjectFile(
  trx: Trx,
  row: NewRow<"project_files">,
): Promise<number> {
  const { id } = await trx
    .insertInto("project_files")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertProjectPassages(
  trx: Trx,
  rows: NewRow<"project_passages">[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx.insertInto("project_passages").values(rows).execute();
}

const withUploader = (db: Db) =>
  db
    .selectFrom("project_files")
    .innerJoin("staff", "staff.id", "project_files.uploaded_by")
    .selectAll("project_files")
    .select("staff.name as uploaderName");

export async function selectProjectFile(db: Db, projectFileId: number) {
  return withUploader(db)
    .where("project_files.id", "=", projectFileId)
    .executeTakeFirst();
}

export async function selectNewestProjectFiles(db: Db, limit: number) {
  return withUploader(db)
    .orderBy("project_files.id", "desc")
    .limit(limit)
    .execute();
}

/** @returns whether it was in one of those states, and as it was seen. */
export async function moveProject(
  trx: Trx,
  move: {
    projectFileId: number;
    from: ProjectState;
    seenVersion?: number | undefined;
    set: Partial<
      Pick<Row<"project_files">, "state" | "outcome" | "asked_by" | "change_id">
    >;
    at: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("project_files")
    .set((eb) => ({
      ...move.set,
      changed_at: move.at,
      row_version: eb("row_version", "+", 1),
    }))
    .where("id", "=", move.projectFileId)
    .where("state", "=", move.from)
    .$if(move.seenVersion !== undefined, (query) =>
      query.where("row_version", "=", move.seenVersion ?? 0),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function writePlan(
  trx: Trx,
  projectFileId: number,
  plan: object,
): Promise<void> {
  await trx
    .updateTable("project_files")
    .set({ plan: JSON.stringify(plan) })
    .where("id", "=", projectFileId)
    .execute();
}

export async function deleteProject(
  trx: Trx,
  of: { projectFileId: number; state: ProjectState },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("project_files")
    .where("id", "=", of.projectFileId)
    .where("state", "=", of.state)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

type Standing = { projectFileId: number; standing: PassageStanding };

export async function selectPassagesStanding(
  db: Db,
  { projectFileId, standing, limit }: Standing & { limit: number },
) {
  return db
    .selectFrom("project_passages")
    .selectAll()
    .where("project_file_id", "=", projectFileId)
    .where("standing", "=", standing)
    .orderBy("number")
    .limit(limit)
    .execute();
}

/** How many stand how, by the reason. */
export async function countStandings(db: Db, projectFileId: number) {
  const rows = await db
    .selectFrom("project_passages")
    .select((eb) => ["standing", "reason", eb.fn.countAll().as("count")])
    .where("project_file_id", "=", projectFileId)
    .groupBy(["standing", "reason"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function writeStanding(
  trx: Trx,
  {
    projectFileId,
    number,
    ...set
  }: Pick<Standing, "projectFileId" | "standing"> & {
    number: number;
    reason?: string | null;
    passage?: string | null;
  },
): Promise<void> {
  await trx
    .updateTable("project_passages")
    .set(set)
    .where("project_file_id", "=", projectFileId)
    .where("number", "=", number)
    .execute();
}

/** Deletes the words that found no place. */
export async function clearWords(
  trx: Trx,
  of: { projectFileId: number } | { before: string },
): Promise<void> {
  await trx
    .updateTable("project_passages")
    .set({ words: "" })
    .where("words", "<>", "")
    .where((eb) =>
      "projectFileId" in of
        ? eb("project_file_id", "=", of.projectFileId)
        : eb(
            "project_file_id",
            "in",
            eb
              .selectFrom("project_files")
              .select("id")
              .where("changed_at", "<", of.before),
          ),
    )
    .execute();
}
