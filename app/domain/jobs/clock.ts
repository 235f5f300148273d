const hourMilliseconds = 60 * 60_000;
const dayMilliseconds = 24 * hourMilliseconds;

/** What was written down of the clock when it was last looked at. */
export type ClockSighting = {
  seenAt: Date;
  /** The last time that was held to be right. */
  trustedAt: Date;
  /** Since when a time has been shown that nobody has reason to believe yet. */
  suspectedSince: Date | undefined;
};

/**
 * Whether a time may be believed, by what was seen before. Deleting by the
 * clock cannot be taken back, so a clock that is suddenly more than a day on is believed
 * only when it has gone on evenly for a day: time enough for a wrong one to be put right.
 * One that went back deletes less, not more, and is believed at once.
 *
 * @param before undefined where the clock was never looked at.
 */
export function judgeClock(
  before: ClockSighting | undefined,
  now: Date,
): ClockSighting & { isTrusted: boolean } {
  const trusted = {
    seenAt: now,
    trustedAt: now,
    suspectedSince: undefined,
    isTrusted: true,
  };
  if (!before || isSoonAfter(before.trustedAt, now)) return trusted;
  const { trustedAt, seenAt, suspectedSince } = before;
  const hasGoneOnEvenly =
    suspectedSince !== undefined && now >= seenAt && isSoonAfter(seenAt, now);
  if (!hasGoneOnEvenly)
    return { seenAt: now, trustedAt, suspectedSince: now, isTrusted: false };
  if (now.getTime() - suspectedSince.getTime() >= dayMilliseconds)
    return trusted;
  return { seenAt: now, trustedAt, suspectedSince, isTrusted: false };
}

function isSoonAfter(earlier: Date, now: Date): boolean {
  return now.getTime() - earlier.getTime() <= dayMilliseconds;
}
