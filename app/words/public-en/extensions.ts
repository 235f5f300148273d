import { formatDate, formatTime } from "./times.ts";

/** As `Extension` in the calls area, mirrored because words import nothing. */
type Extension = {
  from: string | null;
  to: string;
  at: string;
  decidedBy: string | null;
};

/** A closing that was moved: the time that people were told is struck through, and said in words too. */
export function extendedInWords({ from, to, at, decidedBy }: Extension): {
  before: string;
  struck: string | undefined;
  after: string;
} {
  const decided = `decided by ${decidedBy ?? "the review"} on ${formatDate(at)}.`;
  return from
    ? {
        before: to < from ? "Brought forward from " : "Extended from ",
        struck: formatTime(from),
        after: ` to ${formatTime(to)}, UK time, ${decided}`,
      }
    : {
        before: `Opened again until ${formatTime(to)}, UK time, `,
        struck: undefined,
        after: decided,
      };
}
