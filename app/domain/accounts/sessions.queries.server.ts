import { countOf } from "#app/db/counts.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "./accounts.ts";
import type { StaffSession } from "./sessions.ts";

const columns = [
  "staff_sessions.id as sessionId",
  "staff_sessions.userId as staffId",
  "staff_sessions.createdAt as begunAt",
  "staff_sessions.seen_at as seenAt",
] as const;

type SessionRow = Omit<StaffSession, "begunAt"> & { begunAt: string | Date };

function toSession(row: SessionRow): StaffSession {
  return { ...row, begunAt: new Date(row.begunAt).toISOString() };
}

const sessionByToken = keepQuery((db, { token }: Places<{ token: string }>) =>
  db
    .selectFrom("staff_sessions")
    .innerJoin("staff", "staff.id", "staff_sessions.userId")
    .select([
      ...columns,
      "staff.name",
      "staff.role",
      "staff.disabled_at as disabledAt",
    ])
    .where("staff_sessions.token", "=", token),
);

/** A session with whose it is; `member` is undefined while their account is disabled. */
export async function selectSession(
  db: Db,
  token: string,
): Promise<
  { session: StaffSession; member: StaffMember | undefined } | undefined
> {
  const [row] = await sessionByToken(db, { token });
  if (!row) return undefined;
  const { name, role, disabledAt, ...session } = row;
  const { staffId } = session;
  return {
    session: toSession(session),
    member: disabledAt === null ? { staffId, name, role } : undefined,
  };
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

/** The session's, and its person's, who was here also when the session is gone. */
export async function markSessionSeen(
  db: Db,
  seen: { sessionId: string; staffId: string; at: string },
) {
  await db
    .updateTable("staff_sessions")
    .set({ seen_at: seen.at })
    .where("id", "=", seen.sessionId)
    .execute();
  await db
    .updateTable("staff")
    .set({ last_seen_at: seen.at })
    .where("id", "=", seen.staffId)
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
