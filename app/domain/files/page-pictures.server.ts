import {
  openFairThreads,
  type ThreadBudget,
} from "./threads/fair-threads.server.ts";
import {
  maxDrawnPages,
  type NoPages,
  type PagesAnswer,
  type PagesTask,
} from "./page-drawing.ts";

type Asked = {
  path: string;
  /** Whose files these are, so that nobody's hold up the others'. */
  sender: string;
  /** That who asks has gone: a screen that was left asks for nothing any more. */
  gone?: AbortSignal | undefined;
};

const drawingMilliseconds = 20_000;

const drawingThread = openFairThreads<PagesTask, PagesAnswer>({
  script: "app/domain/files/pages/pages.worker.ts",
  timeoutMilliseconds: drawingMilliseconds,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 600,
  threadCount: 1,
  maxWaiting: 200,
  maxWaitingOfSender: 2 * maxDrawnPages,
  senderMilliseconds: 240_000,
  forgetAfterMilliseconds: 600_000,
});

/** For all the files of one screen, which waits for it. */
export function countingBudget(): ThreadBudget {
  return { leftMilliseconds: 5_000 };
}

/** @returns how many pages a PDF has. */
export async function countPages(
  asked: Asked & { budget: ThreadBudget },
): Promise<{ ok: true; pageCount: number } | { ok: false; reason: NoPages }> {
  return askThread({ ...asked, page: undefined });
}

/**
 * Draws a page of a PDF anew as pixels, which carry nothing but what is seen.
 *
 * @param asked.page from 1 to `maxDrawnPages`.
 * @returns a WebP; no picture where the file has no such page.
 */
export async function drawPage(
  asked: Asked & { page: number; budget?: ThreadBudget },
): Promise<
  { ok: true; picture: Buffer | undefined } | { ok: false; reason: NoPages }
> {
  const { budget = { leftMilliseconds: drawingMilliseconds } } = asked;
  const answer = await askThread({ ...asked, budget });
  if (!answer.ok) return answer;
  const { drawn } = answer;
  return { ok: true, picture: drawn && (await encode(drawn)) };
}

async function askThread({
  path,
  page,
  ...turn
}: Asked & Pick<PagesTask, "page"> & { budget: ThreadBudget }): Promise<
  Extract<PagesAnswer, { ok: true }> | { ok: false; reason: NoPages }
> {
  const task = { path, page };
  const outcome = await drawingThread.ask({ task, ...turn });
  if (outcome.ok) return outcome.answer;
  const isBusy = ["busy", "over-budget"].includes(outcome.failure);
  return { ok: false, reason: isBusy ? "busy" : "too-much" };
}

/**
 * Here and not in the thread: sharp may not be loaded first by a thread that is
 * ended, and pixels that we drew are no longer bytes from outside. It works
 * beside the event loop.
 */
async function encode({
  data,
  width,
  height,
}: NonNullable<Extract<PagesAnswer, { ok: true }>["drawn"]>): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ quality: 70, effort: 0 })
    .toBuffer();
}
