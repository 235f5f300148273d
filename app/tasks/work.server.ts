import { setImmediate as nextTurn } from "node:timers/promises";
import { codeOf } from "#app/db/cannot-save.ts";
import { engineOf } from "#app/db/engine.server.ts";
import { emptyWriteAheadLog } from "#app/db/write-ahead-log.server.ts";
import { lookAtClock } from "#app/domain/jobs/clock.server.ts";
import {
  type JobHandlers,
  type JobKind,
  jobKinds,
} from "#app/domain/jobs/jobs.ts";
import {
  countDueJobs,
  giveUpLostJobs,
  runNextJob,
} from "#app/domain/jobs/jobs.server.ts";
import { giveUpUnknownJobs } from "#app/domain/jobs/unknown-jobs.server.ts";
import { pruneEndedActions } from "#app/domain/bulk/pruning.server.ts";
import { deleteExpiredDrafts } from "#app/domain/drafts/delete-drafts.server.ts";
import { deleteOldEmails } from "#app/domain/entries/emails/received-emails.server.ts";
import { deleteOldProjectWords } from "#app/domain/tagging/project/project-files.server.ts";
import { deleteOldTables } from "#app/domain/imports/import-files.server.ts";
import {
  exportsFolderBeside,
  sweepExports,
} from "#app/domain/exports/export-files.server.ts";
import { forgetEndedCounts } from "#app/domain/limits/limits.server.ts";
import { deleteOldMails } from "#app/domain/mail/mail.server.ts";
import { makeDayRoots } from "#app/domain/proofs/days.server.ts";
import { forgetOldUnsavedWork } from "#app/domain/tagging/unsaved-work.server.ts";
import { createJobHandlers } from "./job-handlers.server.ts";
import { lookAfterFiles } from "./look-after-files.server.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

const idleMilliseconds = 500;
const afterErrorMilliseconds = 5_000;
const housekeepingMilliseconds = 60 * 60_000;
/** Once a day; a minute less, because the hours are not whole ones. */
const filesMilliseconds = 24 * 60 * 60_000 - 60_000;
const stopMilliseconds = 10_000;

export type Work = {
  /** Ends after the job under way; one that takes longer than 10 s is left, and taken again later. */
  stop: () => Promise<void>;
};

/**
 * Runs due jobs until it is stopped, each kind in a line of its own: a PDF whose
 * text takes half a minute holds up other texts and nothing else. What is due in
 * the index is done several at once, for as long as all goes well. Once an hour
 * it empties the write-ahead log and deletes expired drafts and makes the root of a day that is over, once a day it looks after files. A job that fails is tried again later by the
 * rules of `jobs`; a database that is busy or full is told to the log and waited for.
 */
export function startWorking(
  surroundings: WorkSurroundings,
  handlers: JobHandlers = createJobHandlers(surroundings),
): Work {
  const housePause = stoppablePause();
  const lines = jobKinds.map((kind) => ({ kind, pause: stoppablePause() }));
  const ended = Promise.all([
    keepHouseHourly(surroundings, housePause),
    ...lines.map(({ kind, pause }) =>
      keepLineGoing(surroundings, pause, { handlers, kind }),
    ),
  ]);
  return {
    async stop() {
      housePause.stop();
      for (const { pause } of lines) pause.stop();
      const patience = new Promise<void>((resolve) => {
        setTimeout(resolve, stopMilliseconds).unref();
      });
      await Promise.race([ended, patience]);
    },
  };
}

/**
 * One job after another waits three times for the disk; on SQLite those of a turn
 * wait together. Only what asks nothing but the database is done so. On
 * PostgreSQL each would take a connection from people who wait for a page.
 */
const mostIndexedAtOnce = 8;

async function keepLineGoing(
  surroundings: WorkSurroundings,
  pause: Pause,
  { handlers, kind }: { handlers: JobHandlers; kind: JobKind },
) {
  const { db, now } = surroundings;
  const isShared = kind === "response.index" && engineOf(db) === "sqlite";
  const most = isShared ? mostIndexedAtOnce : 1;
  let width = 1;
  await keepDoing(surroundings, pause, async () => {
    const wide = width;
    const due = await countDueJobs(db, { kind, now: now(), most: wide });
    if (due === 0) return pause.wait(idleMilliseconds);
    const runs = Array.from({ length: due }, () =>
      runNextJob(db, { handlers, now, kind }),
    );
    // Alone again after any trouble: what takes its process with it must not do so to the same others each time.
    width = 1;
    await Promise.allSettled(runs);
    const outcomes = await Promise.all(runs);
    if (!outcomes.includes("failed")) width = Math.min(most, 2 * wide);
    if (outcomes.includes("nothing-due")) await pause.wait(idleMilliseconds);
    else await nextTurn();
  });
}

/** In either direction: a clock that is put back must not put the work off. */
function isAway(before: Date, now: Date, milliseconds: number): boolean {
  return Math.abs(now.getTime() - before.getTime()) >= milliseconds;
}

type Pause = ReturnType<typeof stoppablePause>;

async function keepDoing(
  { logger }: WorkSurroundings,
  pause: Pause,
  step: () => Promise<void>,
): Promise<void> {
  while (!pause.isStopped()) {
    try {
      await step();
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      const code = codeOf(error);
      logger.error({ name, code }, "The worker was interrupted");
      await pause.wait(afterErrorMilliseconds);
    }
  }
}

async function keepHouseHourly(surroundings: WorkSurroundings, pause: Pause) {
  let keptHouseAt = new Date(0);
  let lookedAfterFilesAt = new Date(0);
  let isStart = true;
  await keepDoing(surroundings, pause, async () => {
    const now = surroundings.now();
    if (isAway(keptHouseAt, now, housekeepingMilliseconds)) {
      const isTrusted = await keepHouse(surroundings);
      keptHouseAt = now;
      if (isAway(lookedAfterFilesAt, now, filesMilliseconds)) {
        await lookAfterFiles(surroundings, { isTrusted, isStart });
        isStart = false;
        if (isTrusted) lookedAfterFilesAt = now;
      }
    }
    await pause.wait(idleMilliseconds);
  });
}

/** @returns whether the clock was believed. */
async function keepHouse(surroundings: WorkSurroundings): Promise<boolean> {
  const { db, attachmentStore, env, now, logger } = surroundings;
  // Words that were written over or deleted since stand in the log still, whatever the clock says.
  await emptyWriteAheadLog(db);
  if (!(await lookAtClock(db, now()))) {
    logger.error(
      { now: now().toISOString() },
      "The clock has jumped by more than a day. Nothing is deleted until it has gone on evenly for a day: look whether it is right",
    );
    return false;
  }
  await giveUpLostJobs(db, now());
  await giveUpUnknownJobs(db, now());
  await forgetEndedCounts(db, now());
  await tidyMails(surroundings);
  await forgetOldUnsavedWork(db, now());
  await deleteOldTables(db, now());
  await pruneEndedActions(db, now());
  await deleteOldEmails(db, now());
  await deleteOldProjectWords(db, now());
  const deletedCount = await deleteExpiredDrafts(
    db,
    attachmentStore,
    now(),
    (error) =>
      logger.error(
        { code: codeOf(error) },
        "A draft whose time is over could not be deleted",
      ),
  );
  if (deletedCount > 0)
    logger.info({ deletedCount }, "Drafts whose time was over were deleted");
  await sweepExports(db, {
    folder: exportsFolderBeside(attachmentStore.stagingFolder),
    now: now(),
  });
  await makeDayRoots(db, { secret: env.secret, now: now() });
  return true;
}

async function tidyMails({ db, now, logger }: WorkSurroundings) {
  const unsentCount = await deleteOldMails(db, now());
  if (unsentCount > 0)
    logger.error(
      { unsentCount },
      "Mail that could not be sent was deleted: its time was over, or it was refused a week ago",
    );
}

function stoppablePause() {
  let isStopped = false;
  let wake = () => {};
  return {
    isStopped: () => isStopped,
    async wait(milliseconds: number) {
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    stop() {
      isStopped = true;
      wake();
    },
  };
}
