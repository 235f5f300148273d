import { openWorkerThread } from "#app/domain/files/worker-threads.server.ts";
import type { Volume } from "#app/domain/ledger/volume.ts";

const drawingThread = openWorkerThread<Volume, string>({
  script: "app/http/pictures/draw-volume.worker.ts",
  timeoutMilliseconds: 15_000,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 400,
});

/** The picture as a file of SVG, drawn in a thread of its own; undefined where that took too long. */
export async function drawVolume(volume: Volume): Promise<string | undefined> {
  const outcome = await drawingThread.ask(volume);
  return outcome.ok ? outcome.answer : undefined;
}
