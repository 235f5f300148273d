import { sql } from "kysely";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export type LogoSize = "single_size" | "double_size";

export async function selectLogo(db: Db, hash: string) {
  return db
    .selectFrom("logos")
    .select(["hash", "width", "height", "is_light"])
    .where("hash", "=", hash)
    .executeTakeFirst();
}

/** One of its two pictures, as it is kept. */
export async function selectLogoPicture(
  db: Db,
  { hash, size }: { hash: string; size: LogoSize },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("logos")
    .select(`${size} as picture`)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.picture;
}

/** The same picture twice is one. */
export async function insertLogo(trx: Trx, row: NewRow<"logos">) {
  await trx
    .insertInto("logos")
    .values(row)
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** Those that were tried before a time, and that no saving names. */
export async function deleteUnusedLogos(trx: Trx, drawnBefore: Date) {
  await trx
    .deleteFrom("logos")
    .where("drawn_at", "<", drawnBefore.toISOString())
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom("portal_settings")
            .select("version")
            .where(
              "body",
              "like",
              sql<string>`'%' || ${ref("logos.hash")} || '%'`,
            ),
        ),
      ),
    )
    .execute();
}

/** What was saved lately, the last first. */
export async function selectLateSettings(db: Db, most: number) {
  return db
    .selectFrom("portal_settings")
    .select(["version", "body"])
    .orderBy("version", "desc")
    .limit(most)
    .execute();
}
