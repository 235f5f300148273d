import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { openWorkerThread } from "#app/domain/files/threads/worker-thread.server.ts";

/** An answer that is to come may take as long as a busy machine needs. */
const openThread = (script = "tests/processes/misbehaving.worker.ts") =>
  openWorkerThread<string, string>({
    script,
    timeoutMilliseconds: 120_000,
    maxHeapMegabytes: 32,
    maxGrowthMegabytes: 300,
  });

test("tasks are answered in turn by one warm thread", async () => {
  const thread = openThread();
  const outcomes = await Promise.all(
    ["a", "b", "c"].map((task) => thread.ask(task)),
  );
  expect(outcomes).toEqual([
    { ok: true, answer: "answered a" },
    { ok: true, answer: "answered b" },
    { ok: true, answer: "answered c" },
  ]);
});

test.each([
  ["loop", "timed-out"],
  ["hoard objects", "out-of-memory"],
  ["hoard buffers", "out-of-memory"],
  ["throw", "crashed"],
  ["exit", "crashed"],
])(
  "a thread that does '%s' is ended, and the next task is answered",
  async (task, failure) => {
    const thread = openThread();
    const [hostile, next] = await Promise.all([
      // Only what never ends is given little time.
      thread.ask(task, task === "loop" ? { leftMilliseconds: 300 } : {}),
      thread.ask("a"),
    ]);
    expect(hostile).toEqual({ ok: false, failure });
    expect(next).toEqual({ ok: true, answer: "answered a" });
  },
);

test("a task is not ended because the rest of the process grew meanwhile", async () => {
  const thread = openThread();
  await thread.ask("a");
  const answer = thread.ask("take a second");
  const held = Array.from({ length: 25 }, () => Buffer.alloc(20_000_000, 1));
  expect(await answer).toEqual({ ok: true, answer: "answered late" });
  expect(held).toHaveLength(25);
});

test("an error between two tasks ends the thread, not the process", async () => {
  const thread = openThread();
  const first = await thread.ask("name yourself");
  expect(await thread.ask("throw later")).toMatchObject({ ok: true });
  // A task that is under way when the error comes ends with its thread.
  let next = first;
  while (!next.ok || isDeepStrictEqual(next, first))
    next = await thread.ask("name yourself");
  expect(next.answer).toMatch(/^thread \d+$/);
});

test("a script that does not load is a fault of ours, not of the input", async () => {
  const thread = openThread("tests/processes/no-such.worker.ts");
  await expect(thread.ask("a")).rejects.toThrow("no-such.worker");
  await expect(thread.ask("b")).rejects.toThrow("no-such.worker");
});
