import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { findProgramFile, isBuilt } from "#app/program-files.ts";

export type ThreadFailure = "timed-out" | "out-of-memory" | "crashed";
export type ThreadOutcome<Answer> =
  { ok: true; answer: Answer } | { ok: false; failure: ThreadFailure };

export type WorkerThread<Task, Answer> = {
  /**
   * @param asked.leftMilliseconds ends the task sooner than the thread's own time-out would.
   * @param asked.onStart is called when the thread has loaded and the task begins.
   */
  ask: (
    task: Task,
    asked?: { leftMilliseconds?: number; onStart?: () => void },
  ) => Promise<ThreadOutcome<Answer>>;
};

export type ThreadOptions = {
  /** Path from the project's root: routes are bundled, the thread is not. */
  script: string;
  timeoutMilliseconds: number;
  maxHeapMegabytes: number;
  /** How far the process may grow, but for its main thread, during one task before the thread is ended; left out, nobody looks. */
  maxGrowthMegabytes?: number;
};

type WaitingTask<Task, Answer> = {
  task: Task;
  limits: ThreadOptions;
  onStart: () => void;
  settle: (outcome: ThreadOutcome<Answer>) => void;
  /** The script did not load, which is a fault of ours and not of the input. */
  fail: (error: unknown) => void;
};

/** What the thread sends: once that it has loaded, then an answer for each task. */
export type ThreadMessage<Answer> = { ready: true } | { answer: Answer };

const growthCheckMilliseconds = 100;

/**
 * A warm thread that answers one task at a time; the others wait their turn.
 * It is started by the first task, and started anew after a task that took too
 * long or too much: hostile input costs its own answer and nothing else.
 */
export function openWorkerThread<Task, Answer>(
  options: ThreadOptions,
): WorkerThread<Task, Answer> {
  const waiting: WaitingTask<Task, Answer>[] = [];
  const kept = keepThread(options);
  let isBusy = false;

  async function answerNext() {
    const next = waiting.shift();
    if (!next) return;
    isBusy = true;
    try {
      const worker = await kept.started();
      next.onStart();
      const outcome = await runTask(worker, next);
      if (!outcome.ok) kept.letGo();
      next.settle(outcome);
    } catch (error) {
      kept.letGo();
      next.fail(error);
    } finally {
      isBusy = false;
      void answerNext();
    }
  }

  return {
    ask(task, { leftMilliseconds = Infinity, onStart = () => {} } = {}) {
      const timeoutMilliseconds = Math.min(
        options.timeoutMilliseconds,
        leftMilliseconds,
      );
      const limits = { ...options, timeoutMilliseconds };
      return new Promise((settle, fail) => {
        waiting.push({ task, limits, onStart, settle, fail });
        if (!isBusy) void answerNext();
      });
    },
  };
}

/** One thread, started when it is wanted and anew after it was let go or ended by itself. */
function keepThread(options: ThreadOptions) {
  let thread: Promise<Worker> | undefined;
  let warm: Worker | undefined;
  const letGo = () => (warm = thread = undefined);
  return {
    async started(): Promise<Worker> {
      thread ??= startThread(options, (ended) => {
        if (ended === warm) letGo();
      });
      return (warm = await thread);
    },
    letGo,
  };
}

/**
 * What a thread runs first. `--import tsx` in a thread's execArgv does nothing
 * on Node 20.20, so where nothing is built the thread registers tsx itself.
 */
function loadScript(script: string): string {
  const url = pathToFileURL(findProgramFile(script)).href;
  const load = `import(${JSON.stringify(url)})`;
  return isBuilt
    ? load
    : `import("tsx/esm/api").then((tsx) => { tsx.register(); return ${load}; })`;
}

function startThread(
  options: ThreadOptions,
  onExit: (ended: Worker) => void,
): Promise<Worker> {
  const worker = new Worker(loadScript(options.script), {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMegabytes },
  });
  worker.once("exit", () => onExit(worker));
  return new Promise((resolve, reject) => {
    // Stays for good: an error nobody listens to would end the whole process.
    worker.on("error", reject);
    worker.once("message", () => {
      worker.unref();
      resolve(worker);
    });
  });
}

function runTask<Task, Answer>(
  worker: Worker,
  { task, limits }: WaitingTask<Task, Answer>,
): Promise<ThreadOutcome<Answer>> {
  return new Promise((resolve) => {
    const onAnswer = (message: { answer: Answer }) =>
      settle({ ok: true, answer: message.answer });
    const onError = (error: unknown) =>
      settle({ ok: false, failure: failureOf(error) });
    const onExit = () => settle({ ok: false, failure: "crashed" });
    const stopWatching = watchLimits(limits, (failure) =>
      settle({ ok: false, failure }),
    );
    function settle(outcome: ThreadOutcome<Answer>) {
      stopWatching();
      worker.off("message", onAnswer).off("error", onError).off("exit", onExit);
      if (outcome.ok) worker.unref();
      else void worker.terminate();
      resolve(outcome);
    }
    worker.on("message", onAnswer).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(task);
  });
}

/** What the process holds without its main thread: that one's growth is no task's fault. */
function bytesOutsideMainThread(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

/** resourceLimits count V8's heap only, and buffers are outside it: so the process is watched too. */
function watchLimits(
  options: ThreadOptions,
  exceeded: (failure: ThreadFailure) => void,
): () => void {
  const timeout = setTimeout(
    () => exceeded("timed-out"),
    options.timeoutMilliseconds,
  );
  const growthCheck = watchGrowth(options.maxGrowthMegabytes, () =>
    exceeded("out-of-memory"),
  );
  return () => {
    clearTimeout(timeout);
    clearInterval(growthCheck);
  };
}

/** To ask what a process holds takes a tenth of a millisecond, as long as a short task. */
function watchGrowth(megabytes: number | undefined, exceeded: () => void) {
  if (megabytes === undefined) return undefined;
  const bytesAtStart = bytesOutsideMainThread();
  return setInterval(() => {
    const growth = bytesOutsideMainThread() - bytesAtStart;
    if (growth > megabytes * 1_000_000) exceeded();
  }, growthCheckMilliseconds);
}

function failureOf(error: unknown): ThreadFailure {
  const isOutOfMemory =
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isOutOfMemory ? "out-of-memory" : "crashed";
}
