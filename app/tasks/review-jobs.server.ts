import { randomBytes } from "node:crypto";
import { runBulkAction } from "#app/domain/bulk/running.server.ts";
import { exportsFolderBeside } from "#app/domain/exports/export-files.server.ts";
import { makeExport } from "#app/domain/exports/make-export.server.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { workOnImportFile } from "#app/domain/imports/import-work.server.ts";
import { putDueDays } from "#app/domain/responses/dues.server.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { workOnProject } from "#app/domain/tagging/project/work-on-project.server.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { wordsIn } from "#app/words/words.ts";
import { createCallHandlers } from "./call-jobs.server.ts";
import { createSafeguardingHandlers } from "./safeguarding-jobs.server.ts";
import { createTeamHandlers } from "./team-jobs.server.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

const importing = { randomBytes, messages: wordsIn("en").questions };

/** What the review team lets be done in the background. */
export function createReviewHandlers(
  surroundings: WorkSurroundings,
): Pick<
  JobHandlers,
  | "import.work"
  | "project.work"
  | "export.make"
  | "bulk.run"
  | "responses.due"
  | keyof ReturnType<typeof createCallHandlers>
  | keyof ReturnType<typeof createSafeguardingHandlers>
  | keyof ReturnType<typeof createTeamHandlers>
> {
  const { db, attachmentStore, now } = surroundings;
  return {
    ...createSafeguardingHandlers(surroundings),
    ...createTeamHandlers(surroundings),
    ...createCallHandlers(surroundings),
    "import.work": (payload) =>
      workOnImportFile(db, {
        ...{ ...payload, ...importing, now },
        store: attachmentStore,
      }),
    "project.work": (payload) =>
      workOnProject(db, { ...payload, randomBytes, now }),
    "export.make": ({ exportId }) => {
      const folder = exportsFolderBeside(attachmentStore.stagingFolder);
      const own = { folder, words: exportWords, redactionsOf, now };
      return makeExport(db, own, exportId);
    },
    "responses.due": (payload) => putDueDays(db, payload),
    "bulk.run": ({ actionId }) => runBulkAction(db, { actionId, now }),
  };
}
