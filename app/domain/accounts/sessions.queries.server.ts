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
    .leftJoin("staff_second_steps", "staff_second_steps.staff_id", "staff.id")
    .select([
      ...columns,
      "staff_sessions.second_step_at as secondStepAt",
      "staff_second_steps.set_up_at as secondStepSince",
      "staff.name",
      "staff.role",
      "staff.disabled_at as disabledAt",
    ])
    .where("staff_sessions.token", "=", token),
);

export type FoundSession = {
  session: StaffSession;
  member: StaffMember | undefined;
  /** When it was given in this session, and since when its person has one. */
  secondStep: { secondStepAt: string | null; secondStepSince: string | null };
};

/** A session with whose it is; `member` is undefined while their account is disabled. */
export async function selectSession(
  db: Db,
  token: string,
): Promise<FoundSession | undefined> {
  const [row] = await sessionByToken(db, { token });
  if (!row) return undefined;
  const { name, role, disabledAt, ...rest } = row;
  const { secondStepAt, secondStepSince, ...session } = rest;
  const { staffId } = session;
  return {
    session: toSession(session),
    secondStep: { secondStepAt, secondStepSince },
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

export async function setSecondStepGiven(
  db: Db,
  given: { sessionId: string; at: string },
): Promise<void> {
  await db
    .updateTable("staff_sessions")
    .set({ second_step_at: given.at })
    .where("id", "=", given.sessionId)
    .execute();
}

/** A session goes on under another token, with its second step given: what the browser had before opens nothing. */
export async function passSession(
  db: Db,
  passed: { sessionId: string; token: string; at: string },
): Promise<boolean> {
  const result = await db
    .updateTable("staff_sessions")
    .set({ token: passed.token, second_step_at: passed.at })
    .where("id", "=", passed.sessionId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
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
