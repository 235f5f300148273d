import { openWorkerThread } from "#app/domain/files/worker-threads.server.ts";
import type { Picture } from "./pictures.ts";

const drawingThread = openWorkerThread<Picture, string>({
  script: "app/http/pictures/draw.worker.ts",
  timeoutMilliseconds: 15_000,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 400,
});

/** The picture as a file of SVG, drawn in a thread of its own; one that says it is too busy where that took too long. */
export async function respondWithPicture(picture: Picture): Promise<Response> {
  const outcome = await drawingThread.ask(picture);
  return new Response(outcome.ok ? outcome.answer : "", {
    status: outcome.ok ? 200 : 503,
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}
