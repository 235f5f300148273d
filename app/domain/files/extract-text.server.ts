import type { Extraction, ExtractionTask } from "./extraction.ts";
import { openWorkerThread } from "./threads/worker-thread.server.ts";

const extractionThread = openWorkerThread<ExtractionTask, Extraction>({
  script: "app/domain/files/extract/extraction.worker.ts",
  timeoutMilliseconds: 30_000,
  maxHeapMegabytes: 512,
  maxGrowthMegabytes: 1_000,
});

/** Takes the text out of a file in a thread of its own; what takes too long or too much is `failed`. */
export async function extractText(task: ExtractionTask): Promise<Extraction> {
  const outcome = await extractionThread.ask(task);
  return outcome.ok
    ? outcome.answer
    : { state: "failed", reason: outcome.failure };
}
