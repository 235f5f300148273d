import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import type { StaffSession } from "./sessions.ts";

const columns = [
  "id as sessionId",
  "userId as staffId",
  "createdAt as begunAt",
  "seen_at as seenAt",
] as const;

type SessionRow = Omit<StaffSession, "begunAt"> & { begunAt: string | Date };

function toSession(row: SessionRow): StaffSession {
  return { ...row, begunAt: new Date(row.begunAt).toISOString() };
}

export async function selectSession(
  db: Db,
  token: string,
): Promise<StaffSession | undefined> {
  const row = await db
    .selectFrom("staff_sessions")
    .select(columns)
    .where("token", "=", token)
    .executeTakeFirst();
  return row && toSession(row);
}

/** The sessions of one person, or of everybody, the newest first. */
export async function selectSessions(
  db: Db,
  staffId?: string,
): Promise<StaffSession[]> {
  let query = db
    .selectFrom("staff_sessions")
    .select(columns)
    .orderBy("createdAt", "desc")
    .orderBy("id");
  if (staffId !== undefined) query = query.where("userId", "=", staffId);
  return (await query.execute()).map(toSession);
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
