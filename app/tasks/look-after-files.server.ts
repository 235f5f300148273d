import { codeOf } from "#app/db/cannot-save.ts";
import { orphanAgeMilliseconds } from "#app/domain/attachments/compare-files.server.ts";
import { sweepStagingFolder } from "#app/domain/attachments/staging-folder.server.ts";
import { sweepUnfinishedFiles } from "#app/domain/attachments/unfinished-files.server.ts";
import {
  sweepOrphans,
  type SweepOutcome,
} from "#app/domain/attachments/sweep-orphans.server.ts";
import { describeStoreFault } from "./store-words.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

const named = 20;

/**
 * Once a day, and when a server starts: asks the store whether it is as it
 * should be, tells of rows without files, and deletes files without rows. What
 * the store does not answer is told and tried the next day.
 *
 * @param isTrusted whether the clock may be believed; else nothing is deleted.
 * @param isStart the store was asked a moment ago, when it was opened.
 */
export async function lookAfterFiles(
  { db, attachmentStore, logger, now }: WorkSurroundings,
  { isTrusted, isStart = false }: { isTrusted: boolean; isStart?: boolean },
): Promise<void> {
  try {
    for (const fault of isStart ? [] : await attachmentStore.check())
      logger.error({}, describeStoreFault(fault));
    if (isTrusted) {
      const leftoverCount = await sweepStagingFolder(
        attachmentStore.stagingFolder,
        { olderThanMilliseconds: orphanAgeMilliseconds, now: now() },
      );
      await sweepUnfinishedFiles(attachmentStore.stagingFolder, now());
      if (leftoverCount > 0)
        logger.info({ leftoverCount }, "What a killed server left was deleted");
    }
    const isDryRun = !isTrusted;
    const sweep = { now: now(), isDryRun };
    tellSweep(logger, await sweepOrphans(db, attachmentStore, sweep));
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    logger.error({ name, code: codeOf(error) }, "Files were not looked after");
  }
}

function tellSweep(
  logger: WorkSurroundings["logger"],
  { deletedCount, isHeldBack, orphanCount, missing, otherLength }: SweepOutcome,
) {
  if (deletedCount > 0)
    logger.info(
      { deletedCount },
      "Files that no row had named for a day were deleted",
    );
  if (isHeldBack)
    logger.error(
      { orphanCount },
      "More than a tenth of the files have no row, so none was deleted: is it the right database? `npm run files:sweep -- --dry-run` names them",
    );
  const isOfFile = {
    missing: "is not there",
    otherLength: "has another length",
  };
  for (const [kind, rows] of Object.entries({ missing, otherLength }))
    if (rows.length > 0)
      logger.error(
        {
          count: rows.length,
          attachmentIds: rows.slice(0, named).map((row) => row.attachmentId),
        },
        `The file of a row ${isOfFile[kind as keyof typeof isOfFile]}: look for it in a backup`,
      );
}
