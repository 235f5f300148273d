import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  readSessionToken,
  writeSessionCookie,
} from "./session-cookie.server.ts";
import { hasSessionEnded, type StaffSession } from "./sessions.ts";
import {
  deleteSessions,
  type FoundSession,
  markSessionSeen,
  passSession,
  selectSession,
  setSecondStepGiven,
  selectSessions,
} from "./sessions.queries.server.ts";
import type { StaffAuth } from "./staff-auth.server.ts";

/** Writing down every page that is opened would be a commit for each. */
const noticedSeconds = 60;

/**
 * The session behind a request's cookie, with whose it is: `member` is undefined
 * while their account is disabled. One that is over ends here; one that goes on
 * is noted as used, once a minute at most, unless the request is no use of it.
 */
export async function findStaffSession(
  auth: StaffAuth,
  db: Db,
  asked: { headers: Headers; now: Date; isUse?: boolean },
): Promise<FoundSession | undefined> {
  const { headers, now, isUse = true } = asked;
  const token = await readSessionToken(auth, headers);
  const found =
    token === undefined ? undefined : await selectSession(db, token);
  if (!found) return undefined;
  const { session } = found;
  if (hasSessionEnded(session, now)) {
    await deleteSessions(db, session);
    return undefined;
  }
  const seen = now.getTime() - Date.parse(session.seenAt);
  if (isUse && seen >= noticedSeconds * 1_000)
    // Not waited for: reading goes on while another process has the lock.
    void markSessionSeen(db, {
      sessionId: session.sessionId,
      staffId: session.staffId,
      at: now.toISOString(),
    }).catch(() => undefined);
  return found;
}

/**
 * A session's second step was given: it goes on under a new token.
 *
 * @returns the cookie that names it; undefined where the session has ended.
 */
export async function passSecondStep(
  auth: StaffAuth,
  db: Db,
  of: {
    sessionId: string;
    now: Date;
    randomBytes: (count: number) => Buffer;
  },
): Promise<string | undefined> {
  const { sessionId, now, randomBytes } = of;
  const token = randomBytes(24).toString("base64url");
  const at = now.toISOString();
  if (!(await passSession(db, { sessionId, token, at }))) return undefined;
  return writeSessionCookie(auth, token);
}

/** In this session a second step was set up, and so given. */
export async function noteSecondStep(
  db: Db,
  of: { sessionId: string; now: Date },
): Promise<void> {
  await setSecondStepGiven(db, {
    sessionId: of.sessionId,
    at: of.now.toISOString(),
  });
}

/** Sessions that can still be used, of one person or of everybody, the newest first. */
export async function selectOpenSessions(
  db: Db,
  { staffId, now }: { staffId?: string; now: Date },
): Promise<StaffSession[]> {
  const sessions = await selectSessions(db, staffId);
  return sessions.filter((session) => !hasSessionEnded(session, now));
}

/**
 * Ends sessions of a member of staff: one of them, all but one, or all. Who
 * may end whose is the caller's to ask.
 *
 * @returns how many ended.
 */
export async function endSessions(
  db: Db,
  end: {
    staffId: string;
    sessionId?: string;
    exceptId?: string;
    endedBy: string;
    now: Date;
  },
): Promise<number> {
  return db.transaction().execute((trx) => endSessionsIn(trx, end));
}

async function endSessionsIn(
  trx: Trx,
  end: Parameters<typeof endSessions>[1],
): Promise<number> {
  const count = await deleteSessions(trx, end);
  if (count > 0)
    await recordEvent(trx, {
      at: end.now,
      actor: { kind: "staff", staffId: end.endedBy },
      subject: { kind: "staff" },
      type: "staff.sessions-ended",
      details: { staffId: end.staffId, count },
    });
  return count;
}
