/** A session ends after this long, whatever is done in it. */
export const sessionSeconds = 12 * 60 * 60;

/** A session that nobody uses for this long has ended: its desk may be somebody else's now. */
export const idleSeconds = 30 * 60;

/** Whether a session is over, from when it began and when it was last used. */
export function hasSessionEnded(
  session: { begunAt: string; seenAt: string },
  now: Date,
): boolean {
  const secondsSince = (time: string) =>
    (now.getTime() - Date.parse(time)) / 1_000;
  const lastUsed =
    session.seenAt > session.begunAt ? session.seenAt : session.begunAt;
  return (
    secondsSince(session.begunAt) >= sessionSeconds ||
    secondsSince(lastUsed) >= idleSeconds
  );
}

/** A session as the person whose it is may see it. */
export type StaffSession = {
  sessionId: string;
  staffId: string;
  /** ISO-8601 UTC. */
  begunAt: string;
  seenAt: string;
};
