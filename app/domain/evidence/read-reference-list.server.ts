import { openFairThreads } from "../files/threads.server.ts";
import { listLimits, type ListReading } from "./reference-list.ts";

const readingThreads = openFairThreads<Uint8Array, ListReading>({
  script: "app/domain/evidence/reading/reading.worker.ts",
  threadCount: 1,
  timeoutMilliseconds: listLimits.milliseconds,
  maxHeapMegabytes: 256,
  maxGrowthMegabytes: 500,
  maxWaiting: 50,
  maxWaitingOfSender: 3,
  senderMilliseconds: listLimits.senderMilliseconds,
  forgetAfterMilliseconds: listLimits.forgetAfterMilliseconds,
});

/**
 * Reads a list of references in a thread of its own, with a time and a memory
 * cap, because it may have been made to hurt.
 *
 * @param bytes a file as it came, or a pasted text in UTF-8
 * @param sender whose turn it is: a draft's or a response's
 */
export async function readListInThread(
  bytes: Uint8Array,
  sender: string,
): Promise<ListReading> {
  // Nobody waits behind a list that is refused without being read.
  if (bytes.length > listLimits.bytes)
    return { ok: false, reason: "too-many-bytes" };
  const budget = { leftMilliseconds: listLimits.milliseconds };
  const outcome = await readingThreads.ask({ task: bytes, sender, budget });
  if (outcome.ok) return outcome.answer;
  return { ok: false, reason: outcome.failure === "busy" ? "busy" : "no-time" };
}
