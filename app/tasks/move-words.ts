import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import type { EndOfMove } from "#app/domain/keeping/ends-of-move.server.ts";
import type { MoveProblem } from "#app/domain/keeping/keeping-errors.ts";
import type { MoveReport } from "#app/domain/keeping/move.server.ts";
import type { MoveTarget } from "#app/http/move-settings.server.ts";

const mostNamed = 20;

/** Why nothing was moved, or not all of it. */
export function describeMoveProblem(problem: MoveProblem): string {
  switch (problem.reason) {
    case "target-not-empty":
      return `The database to go to is not empty (${problem.table} has ${problem.rowCount} rows), and what is there did not come by this. Make an empty one.`;
    case "target-other-schema":
      return `The database to go to is of another version of Heard: ${problem.migration} ran on one of the two only. Give one without tables: they are made.`;
    case "target-has-files":
      return `Where the files are to go are ${problem.fileCount} that this database knows nothing of. Give an empty bucket, or an empty folder.`;
    case "unfinished":
      return "What is to be moved has itself not come over whole. Go on with that move first, with the settings that it was begun with.";
    case "moved-meanwhile":
      return "Something else wrote to the database to move to: another npm run move, as a rule. Wait until it has ended, then call it again.";
    case "differs":
      return `Not the same at both ends: ${problem.what.join(", ")}. Make the database to move to anew, and move again.`;
    case "moved-already":
      return `This database was moved already, on ${problem.finishedAt.slice(0, 10)}, and people go on where it went: the settings should name that one.`;
    case "taken-back":
      return "What is moved was taken back meanwhile, and may have been written to since. Make the database to move to anew, and move again.";
    case "nothing-to-take-back":
      return "This database was not moved away.";
  }
}

/** What is true of both ends where a move stopped before its end, and what to do. */
export function describeStopped(end: EndOfMove | undefined | "unknown") {
  if (end === "unknown")
    return "Call npm run move again when both databases answer: what has begun goes on where it was.";
  if (end?.side !== "source") return "Nothing was moved.";
  return end.finishedAt === null
    ? "What is moved is as it was, and takes no writing meanwhile; where it goes is not to be used yet. npm run move, called again, goes on where this stopped; npm run move -- --take-back gives it up."
    : "Nothing was changed.";
}

/** What came over and was compared, in lines. */
export function describeMove({ database, files }: MoveReport): string[] {
  return [
    ...(database ? describeDatabase(database) : []),
    ...(files ? describeFiles(files) : []),
  ];
}

function describeDatabase({
  tables,
  chain,
}: NonNullable<MoveReport["database"]>): string[] {
  const counts = [...tables].map(
    ([name, { rowCount }]) => `  ${name}: ${rowCount}`,
  );
  const rows = [...tables.values()].reduce((sum, one) => sum + one.rowCount, 0);
  const ofChain = chain.ok
    ? `The chain of ${chain.eventCount} events holds at both ends. Last hash: ${chain.lastHash}`
    : `The chain of ${chain.eventCount} events was broken before in ${chain.faults.length} places, and is the same at both ends.`;
  return [
    ...counts,
    `${tables.size} tables, ${rows} rows: each has the same at both ends, counted and hashed.`,
    ofChain,
  ];
}

function describeFiles({
  fileCount,
  byteSize,
  lost,
}: NonNullable<MoveReport["files"]>): string[] {
  const lines = lost
    .slice(0, mostNamed)
    .map(({ publicId, reason }) =>
      reason === "missing"
        ? `  the file ${publicId} was not there`
        : `  the file ${publicId} was not what was sent`,
    );
  return [
    `${fileCount} files (${describeByteSize(byteSize)}) are there, each with the hash that its row says.`,
    ...(lost.length > 0
      ? [`${lost.length} FILES COULD NOT BE MOVED. Look for them in a backup:`]
      : []),
    ...lines,
  ];
}

/** What whoever moved it does next. */
export function describeNext({ database, files }: MoveTarget): string[] {
  const names = [
    database && ("url" in database ? "DATABASE_URL" : "DATABASE_FILE"),
    files &&
      (files.bucket
        ? "FILES_BUCKET and the rest of FILES_…"
        : "UPLOADS_FOLDER"),
  ].filter((name) => name !== undefined);
  const emptied = [
    database && "file" in database ? "DATABASE_URL" : undefined,
    files && !files.bucket ? "FILES_…" : undefined,
  ].filter((name) => name !== undefined);
  return [
    "Next:",
    `  1. Set ${names.join(" and ")} to what MOVE_TO_… says${emptied.length > 0 ? `, empty ${emptied.join(" and ")}` : ""}, and take MOVE_TO_… away. HEARD_SECRET stays the same.`,
    "  2. Start the servers, look at the queue and at a file.",
    database
      ? "  3. What it was moved from takes no writing any more. Keep it until there is a backup of the new one, then delete it: it holds what people delete from now on."
      : "  3. Delete what the files were moved from when there is a backup: it holds what people delete from now on.",
  ];
}
