import type { StaffSession } from "#app/domain/accounts/sessions.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

/** A session as whoever may end it sees it: by its id, never by what opens it. */
export function describeSession({ sessionId, begunAt, seenAt }: StaffSession) {
  const lastUsed = seenAt > begunAt ? seenAt : begunAt;
  return {
    sessionId,
    begun: formatMoment(begunAt),
    lastUsed: formatMoment(lastUsed),
  };
}
