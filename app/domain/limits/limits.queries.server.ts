import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";

const countOfKey = keepQuery((db, { key }: Places<{ key: string }>) =>
  db
    .selectFrom("limit_counts")
    .select(["count", "ends_at"])
    .where("key", "=", key),
);

export async function selectCount(db: Db, key: string) {
  const [row] = await countOfKey(db, { key });
  return row;
}

/** Adds in one statement, so that two servers at once count both; a window that is over begins anew. */
export async function addToCount(
  db: Db,
  add: { key: string; by: number; now: string; endsAt: string },
) {
  return db
    .insertInto("limit_counts")
    .values({ key: add.key, count: add.by, ends_at: add.endsAt })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => {
        // An end further off than a whole window was written by a clock that was wrong.
        const isOver = eb.or([
          eb("limit_counts.ends_at", "<=", add.now),
          eb("limit_counts.ends_at", ">", add.endsAt),
        ]);
        return {
          count: eb
            .case()
            .when(isOver)
            .then(add.by)
            .else(eb("limit_counts.count", "+", add.by))
            .end(),
          ends_at: eb
            .case()
            .when(isOver)
            .then(add.endsAt)
            .else(eb.ref("limit_counts.ends_at"))
            .end(),
        };
      }),
    )
    .returning(["count", "ends_at"])
    .executeTakeFirstOrThrow();
}

export async function takeFromCount(db: Db, key: string) {
  await db
    .updateTable("limit_counts")
    .set((eb) => ({ count: eb("count", "-", 1) }))
    .where("key", "=", key)
    .where("count", ">", 1)
    .execute();
}

export async function deleteCount(db: Db, key: string) {
  await db.deleteFrom("limit_counts").where("key", "=", key).execute();
}

export async function deleteEndedCounts(db: Db, now: string) {
  await db.deleteFrom("limit_counts").where("ends_at", "<=", now).execute();
}
