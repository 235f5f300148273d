import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import type { WorkSurroundings } from "./work.server.ts";

/** What each kind of job does: one operation of the domain. */
export function createJobHandlers({ db }: WorkSurroundings): JobHandlers {
  const notYet = async () => {
    throw new Error("Files are not scanned or read yet");
  };
  return {
    "attachment.scan": notYet,
    "attachment.extract-text": notYet,
    "response.index": (payload) => indexResponse(db, payload),
  };
}
