import {
  openWorkerThread,
  type ThreadOptions,
  type ThreadOutcome,
  type WorkerThread,
} from "./worker-thread.server.ts";

type FairOutcome<Answer> =
  ThreadOutcome<Answer> | { ok: false; failure: "busy" | "over-budget" };

/** A timer may end a task this much before its time is used up. */
const timerGrainMilliseconds = 2;

/** What one request may still use of the threads; the request hands the same object to each of its questions. */
export type ThreadBudget = { leftMilliseconds: number };

type Ask<Task> = {
  task: Task;
  sender: string;
  budget: ThreadBudget;
  /** Who asks has gone: what has not begun by then is not begun. */
  gone?: AbortSignal | undefined;
};

type FairOptions = ThreadOptions & {
  threadCount: number;
  /** Of all senders and of one; beyond it the answer is `busy`. */
  maxWaiting: number;
  maxWaitingOfSender: number;
  /** What a sender may use of the threads before they are forgotten again. */
  senderMilliseconds: number;
  forgetAfterMilliseconds: number;
};

type Waiting<Task, Answer> = Ask<Task> & {
  settle: (outcome: FairOutcome<Answer>) => void;
  fail: (error: unknown) => void;
};

/**
 * Several threads, shared out by sender: nobody has more than one at a time,
 * and who has used them least is next. So one sender's hostile files wait for
 * each other, and an honest one of somebody else's does not wait for them.
 */
export function openFairThreads<Task, Answer>(options: FairOptions) {
  const idle = Array.from({ length: options.threadCount }, () =>
    openWorkerThread<Task, Answer>(options),
  );
  const waiting: Waiting<Task, Answer>[] = [];
  const served = new Set<string>();
  const used = usedTimes(options.forgetAfterMilliseconds);

  async function serveNext() {
    const thread = idle[0];
    const next = thread && takeNext(waiting, served, used);
    if (!next) return;
    const ofSender = options.senderMilliseconds - used.of(next.sender);
    const left = Math.min(ofSender, next.budget.leftMilliseconds);
    if (next.gone?.aborted || left < timerGrainMilliseconds) {
      next.settle({ ok: false, failure: "over-budget" });
      return serveNext();
    }
    idle.shift();
    served.add(next.sender);
    const spent = await answerWithin(thread, next, left);
    next.budget.leftMilliseconds -= spent;
    used.add(next.sender, spent);
    served.delete(next.sender);
    idle.push(thread);
    void serveNext();
  }

  return {
    ask: (ask: Ask<Task>) =>
      new Promise<FairOutcome<Answer>>((settle, fail) => {
        if (isFull(waiting, ask.sender, options))
          return settle({ ok: false, failure: "busy" });
        waiting.push({ ...ask, settle, fail });
        void serveNext();
      }),
  };
}

/** @returns the milliseconds that it took; never throws, for the thread is somebody else's next. */
async function answerWithin<Task, Answer>(
  thread: WorkerThread<Task, Answer>,
  next: Waiting<Task, Answer>,
  leftMilliseconds: number,
): Promise<number> {
  let startedAt = performance.now();
  // That a thread has to load first is not the sender's to pay for.
  const onStart = () => (startedAt = performance.now());
  try {
    next.settle(await thread.ask(next.task, { leftMilliseconds, onStart }));
  } catch (error) {
    next.fail(error);
  }
  return performance.now() - startedAt;
}

function isFull(
  waiting: { sender: string }[],
  sender: string,
  { maxWaiting, maxWaitingOfSender }: FairOptions,
): boolean {
  const own = waiting.filter((one) => one.sender === sender);
  return waiting.length >= maxWaiting || own.length >= maxWaitingOfSender;
}

/** Of those who have no thread now, whoever used them least; of several, who came first. */
function takeNext<One extends { sender: string }>(
  waiting: One[],
  served: ReadonlySet<string>,
  used: UsedTimes,
): One | undefined {
  const [next] = waiting
    .filter(({ sender }) => !served.has(sender))
    .sort((one, other) => used.of(one.sender) - used.of(other.sender));
  if (next) waiting.splice(waiting.indexOf(next), 1);
  return next;
}

type UsedTimes = ReturnType<typeof usedTimes>;

/** How long each sender had a thread of late. It guards this process's threads, so it lives in this process. */
function usedTimes(forgetAfterMilliseconds: number) {
  const bySender = new Map<string, { milliseconds: number; since: number }>();
  function forgetOld() {
    const oldest = performance.now() - forgetAfterMilliseconds;
    for (const [sender, { since }] of bySender) {
      if (since > oldest) return;
      bySender.delete(sender);
    }
  }
  return {
    of(sender: string): number {
      forgetOld();
      return bySender.get(sender)?.milliseconds ?? 0;
    },
    add(sender: string, milliseconds: number) {
      const known = bySender.get(sender);
      if (known) known.milliseconds += milliseconds;
      else bySender.set(sender, { milliseconds, since: performance.now() });
    },
  };
}
