import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function selectSecondStep(db: Db, staffId: string) {
  return db
    .selectFrom("staff_second_steps")
    .select(["sealed", "set_up_at as setUpAt"])
    .where("staff_id", "=", staffId)
    .executeTakeFirst();
}

/** In place of the one before. */
export async function upsertSecondStep(
  trx: Trx,
  row: NewRow<"staff_second_steps">,
): Promise<void> {
  const { sealed, set_up_at, last_step } = row;
  await trx
    .insertInto("staff_second_steps")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("staff_id").doUpdateSet({ sealed, set_up_at, last_step }),
    )
    .execute();
}

/** Takes a code's step, where none of it or of after it was taken yet: of two at once one. */
export async function takeStep(
  db: Db,
  { staffId, step }: { staffId: string; step: number },
): Promise<boolean> {
  const result = await db
    .updateTable("staff_second_steps")
    .set({ last_step: step })
    .where("staff_id", "=", staffId)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false where there was none. */
export async function deleteSecondStep(
  trx: Trx,
  staffId: string,
): Promise<boolean> {
  await trx
    .deleteFrom("staff_recovery_codes")
    .where("staff_id", "=", staffId)
    .execute();
  const result = await trx
    .deleteFrom("staff_second_steps")
    .where("staff_id", "=", staffId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Puts codes in place of those of before, used and not. */
export async function replaceRecoveryCodes(
  trx: Trx,
  { staffId, codeHashes }: { staffId: string; codeHashes: string[] },
): Promise<void> {
  await trx
    .deleteFrom("staff_recovery_codes")
    .where("staff_id", "=", staffId)
    .execute();
  await trx
    .insertInto("staff_recovery_codes")
    .values(
      codeHashes.map((code_hash) => ({
        staff_id: staffId,
        code_hash,
        used_at: null,
      })),
    )
    .execute();
}

/** @returns false where it is none of theirs, or was taken. */
export async function takeRecoveryCode(
  trx: Trx,
  of: { staffId: string; codeHash: string; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("staff_recovery_codes")
    .set({ used_at: of.at })
    .where("staff_id", "=", of.staffId)
    .where("code_hash", "=", of.codeHash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countUnusedRecoveryCodes(
  db: Db,
  staffId: string,
): Promise<number> {
  const row = await db
    .selectFrom("staff_recovery_codes")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("staff_id", "=", staffId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return countOf(row);
}
