import type { CallLedger } from "#app/domain/ledger/ledger.ts";
import type { Volume } from "#app/domain/ledger/volume.ts";
import { weekOf } from "#app/domain/text/weeks.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";

const mostDays = 120;
const mostBars = 600;

/** What came in as bars by day, or by week where there are many, and where the calls close. */
export function describeVolume(
  added: Pick<CallLedger, "days">,
  calls: { closesAt: string | null }[],
): Volume {
  const isByWeek = added.days.size > mostDays;
  const counts = new Map<string, number>();
  for (const [day, count] of added.days) {
    const key = isByWeek ? weekOf(day) : day;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const bars = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(-mostBars)
    .map(([day, count]) => ({ day, count }));
  return {
    bars,
    isByWeek,
    closings: calls.flatMap(({ closesAt }) =>
      closesAt === null
        ? []
        : [{ at: closesAt, label: `Closes ${formatShortDate(closesAt)}` }],
    ),
  };
}
