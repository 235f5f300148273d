import {
  type Inspection,
  inspectionLimits,
  type InspectionTask,
  refuse,
} from "./inspection.ts";
import { openWorkerThread } from "./threads/worker-thread.server.ts";

const inspectionThread = openWorkerThread<InspectionTask, Inspection>({
  script: "app/domain/files/inspect/inspection.worker.ts",
  timeoutMilliseconds: inspectionLimits.timeoutMilliseconds,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 700,
});

/**
 * Finds out what a file is from its bytes, and what staff should know of it.
 * The work is done in a thread with a time-out and a memory cap, because the
 * bytes may have been made to hurt: what cannot be read in time is `corrupt`.
 *
 * @param path the file on disk; it is read, never changed.
 * @param originalName as the browser sent it, to compare its extension.
 */
export async function inspectFile(
  path: string,
  originalName: string,
): Promise<Inspection> {
  const outcome = await inspectionThread.ask({ path, originalName });
  if (outcome.ok) return outcome.answer;
  return refuse(
    outcome.failure === "out-of-memory" ? "unpacked-too-big" : "corrupt",
  );
}
