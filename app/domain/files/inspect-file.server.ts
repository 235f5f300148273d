import { typeByName } from "./inspect/type-by-name.server.ts";
import {
  type Inspection,
  inspectionLimits,
  type InspectionTask,
  refuse,
} from "./inspection.ts";
import {
  openFairThreads,
  type ThreadBudget,
} from "./threads/fair-threads.server.ts";
import { openWorkerThread } from "./threads/worker-thread.server.ts";

const inspectionThreads = openFairThreads<InspectionTask, Inspection>({
  script: "app/domain/files/inspect/inspection.worker.ts",
  threadCount: 2,
  timeoutMilliseconds: inspectionLimits.timeoutMilliseconds,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 700,
  maxWaiting: 100,
  maxWaitingOfSender: 10,
  senderMilliseconds: inspectionLimits.senderMilliseconds,
  forgetAfterMilliseconds: inspectionLimits.forgetAfterMilliseconds,
});

/** For the files of one request: 15 seconds of a thread, however many they are. */
export function inspectionBudget(): ThreadBudget {
  return { leftMilliseconds: inspectionLimits.requestMilliseconds };
}

/** Whose turn it is: a draft's or a response's, and what its request may still use. */
export type InspectionTurn = { sender: string; budget: ThreadBudget };

/** For files that were sent already: nobody waits for it, so one file may take longer, and no sender's turn is used up. */
const laterThread = openWorkerThread<InspectionTask, Inspection>({
  script: "app/domain/files/inspect/inspection.worker.ts",
  timeoutMilliseconds: inspectionLimits.laterMilliseconds,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 700,
});

/**
 * Looks into a file for which there was no time when it came.
 *
 * @returns undefined where there was no time or no room again.
 */
export async function inspectLater(
  path: string,
  originalName: string,
): Promise<Inspection | undefined> {
  const outcome = await laterThread.ask({ path, originalName });
  return outcome.ok ? outcome.answer : undefined;
}

/**
 * Finds out what a file is from its bytes, and what staff should know of it.
 * The work is done in a thread with a time-out and a memory cap, because the
 * bytes may have been made to hurt. That a thread had no time or no room is our
 * reason and not the sender's fault: the file is then taken for what its name
 * and its first bytes say, flagged `not-checked` for staff.
 *
 * @param path the file on disk; it is read, never changed.
 * @param originalName as the browser sent it, to compare its extension.
 */
export async function inspectFile(
  path: string,
  originalName: string,
  { sender, budget }: InspectionTurn,
): Promise<Inspection> {
  const task = { path, originalName };
  const outcome = await inspectionThreads.ask({ task, sender, budget });
  if (outcome.ok) return outcome.answer;
  if (outcome.failure === "busy") return refuse("busy");
  return typeByName(task);
}
