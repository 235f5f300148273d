import { timeZone } from "#app/time-zone.ts";

export type WallTime = {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
};

const londonParts = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
});

/**
 * The instant at which London's clocks show this time. An hour that the clocks
 * skip in March counts as the hour after; of one that comes twice in October, the first.
 */
export function londonTimeToUtc(wall: WallTime): Date {
  return londonInstants(wall)[0] ?? new Date(readAsUtc(wall));
}

/** Every instant at which London's clocks show this time: none in March's skipped hour, two in October's double one. */
export function londonInstants(wall: WallTime): Date[] {
  const asIfUtc = readAsUtc(wall);
  return [1, 0]
    .map((hours) => asIfUtc - hours * 3_600_000)
    .filter((at) => londonAsIfUtc(at) === asIfUtc)
    .map((at) => new Date(at));
}

function readAsUtc({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** What London's clocks show at an instant, read as if it were UTC. */
function londonAsIfUtc(at: number): number {
  const parts = Object.fromEntries(
    londonParts
      .formatToParts(new Date(at))
      .map((part) => [part.type, Number(part.value)]),
  );
  return Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day,
    parts.hour,
    parts.minute,
  );
}

/** The day that it is in London, as ISO writes it. */
export function londonDay(at: Date): string {
  return new Date(londonAsIfUtc(at.getTime())).toISOString().slice(0, 10);
}
