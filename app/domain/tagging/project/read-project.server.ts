import { openWorkerThread } from "../../files/worker-threads.server.ts";
import { maxProjectBytes, type ProjectRead } from "./project.ts";

const readingThread = openWorkerThread<Uint8Array, ProjectRead>({
  script: "app/domain/tagging/project/read-project.worker.ts",
  timeoutMilliseconds: 60_000,
  maxHeapMegabytes: 512,
  maxGrowthMegabytes: 900,
});

/**
 * Reads a REFI-QDA project (`.qdpx`) in a thread with bounds on time and memory:
 * it takes seconds for a large one, in which people send their answers.
 *
 * @returns `not-read` where the thread had no time or no room
 */
export async function readProject(bytes: Buffer): Promise<ProjectRead> {
  if (bytes.length > maxProjectBytes) return { ok: false, reason: "too-big" };
  const outcome = await readingThread.ask(bytes);
  return outcome.ok ? outcome.answer : { ok: false, reason: "not-read" };
}
