import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import type { SweepOutcome } from "#app/domain/attachments/sweep-orphans.server.ts";

const mostNamed = 50;

/** What a sweep found, in lines. It is well where each row has its file and nothing was held back. */
export function describeSweep(
  outcome: SweepOutcome,
  { isDryRun }: { isDryRun: boolean },
): { lines: string[]; isWell: boolean } {
  const { storedCount, storedBytes, knownCount, youngCount } = outcome;
  const { missing, otherLength, isHeldBack } = outcome;
  const lines = [
    `${storedCount} files are kept (${describeByteSize(storedBytes)}); ${knownCount} have a row, and ${youngCount} without one are not a day old.`,
    ...describeOrphans(outcome, isDryRun),
    ...describeRows("whose file is not there", missing),
    ...describeRows("whose file has another length", otherLength),
  ];
  const isWell = !isHeldBack && missing.length + otherLength.length === 0;
  return { lines, isWell };
}

function describeOrphans(outcome: SweepOutcome, isDryRun: boolean): string[] {
  const { orphanCount, orphanBytes, orphans, deletedCount } = outcome;
  if (orphanCount === 0) return ["No file has been without a row for a day."];
  const what = `${orphanCount} files (${describeByteSize(orphanBytes)}) have had no row for a day`;
  const named = orphans
    .slice(0, mostNamed)
    .map(
      ({ publicId, byteSize, storedAt }) =>
        `  ${publicId}, ${describeByteSize(byteSize)}, since ${storedAt.toISOString()}`,
    );
  const more = orphanCount > named.length ? ["  and more"] : [];
  if (outcome.isHeldBack)
    return [
      `${what}. That is more than a tenth of all, so none is deleted: is it the right database, and does nobody else use the bucket? With --although-many they are deleted.`,
      ...[...named, ...more],
    ];
  if (isDryRun) return [`${what}, and would be deleted:`, ...named, ...more];
  return [`${what}; ${deletedCount} were deleted.`];
}

function describeRows(what: string, rows: SweepOutcome["missing"]): string[] {
  if (rows.length === 0) return [];
  const named = rows
    .slice(0, mostNamed)
    .map(({ attachmentId, publicId, responseId, draftId }) => {
      const owner =
        responseId === null ? `draft ${draftId}` : `response ${responseId}`;
      return `  attachment ${attachmentId} of ${owner}: ${publicId}`;
    });
  const more = rows.length > named.length ? ["  and more"] : [];
  return [
    `${rows.length} rows ${what}. Look for them in a backup:`,
    ...[...named, ...more],
  ];
}
