import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Every question with its newest version. */
function newestOfAll(db: Db) {
  return db
    .selectFrom("bank_questions as kept")
    .innerJoin("bank_question_versions as newest", (join) =>
      join
        .onRef("newest.bank_question_id", "=", "kept.id")
        .onRef("newest.version", "=", "kept.version"),
    )
    .select([
      "kept.id",
      "kept.key",
      "kept.name",
      "kept.group_name",
      "kept.version",
      "kept.row_version",
      "kept.retired_at",
      "newest.body",
    ]);
}

export async function selectBankRows(db: Db) {
  return newestOfAll(db).orderBy("kept.id").execute();
}

export async function selectBankRowsByKey(db: Db, keys: readonly string[]) {
  return newestOfAll(db).where("kept.key", "in", keys).execute();
}

/** The newest first. */
export async function selectBankVersionRows(db: Db, bankQuestionId: number) {
  return db
    .selectFrom("bank_question_versions")
    .select(["version", "body", "saved_at", "saved_by_id"])
    .where("bank_question_id", "=", bankQuestionId)
    .orderBy("version", "desc")
    .execute();
}

export async function countBankQuestions(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom("bank_questions")
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertBankQuestion(
  trx: Trx,
  row: NewRow<"bank_questions">,
): Promise<number> {
  const { id } = await trx
    .insertInto("bank_questions")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertBankVersion(
  trx: Trx,
  row: NewRow<"bank_question_versions">,
): Promise<void> {
  await trx.insertInto("bank_question_versions").values(row).execute();
}

type BankSet = Partial<
  Pick<
    NewRow<"bank_questions">,
    "name" | "group_name" | "version" | "retired_at" | "retired_by_id"
  >
>;

/** @returns false where somebody changed it since that version of its row. */
export async function updateBankQuestion(
  trx: Trx,
  { id, rowVersion }: { id: number; rowVersion: number },
  set: BankSet,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("bank_questions")
    .set({ ...set, row_version: rowVersion + 1 })
    .where("id", "=", id)
    .where("row_version", "=", rowVersion)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
