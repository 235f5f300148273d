import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";

const columns = [
  "id as sessionId",
  "userId as staffId",
  "createdAt as begunAt",
  "seen_at as seenAt",
] as const;

export async function selectSession(db: Db, token: string) {
  return db
    .selectFrom("staff_sessions")
    .select(columns)
    .where("token", "=", token)
    .executeTakeFirst();
}

/** The sessions of one person, or of everybody, the newest first. */
export async function selectSessions(db: Db, staffId?: string) {
  let query = db
    .selectFrom("staff_sessions")
    .select(columns)
    .orderBy("createdAt", "desc")
    .orderBy("id");
  if (staffId !== undefined) query = query.where("userId", "=", staffId);
  return query.execute();
}

export async function markSessionSeen(
  db: Db,
  seen: { sessionId: string; at: string },
) {
  await db
    .updateTable("staff_sessions")
    .set({ seen_at: seen.at })
    .where("id", "=", seen.sessionId)
    .execute();
}

/** @returns how many were deleted. */
export async function deleteSessions(
  db: Db,
  of: { staffId: string; sessionId?: string; exceptId?: string },
): Promise<number> {
  let query = db.deleteFrom("staff_sessions").where("userId", "=", of.staffId);
  if (of.sessionId !== undefined) query = query.where("id", "=", of.sessionId);
  if (of.exceptId !== undefined) query = query.where("id", "<>", of.exceptId);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return countOf({ count: numDeletedRows });
}
