import { parentPort } from "node:worker_threads";
import type { ThreadMessage } from "./worker-thread.server.ts";

/** The thread's side: says that it is ready, then answers each task it is sent. An error ends the thread. */
export function answerTasks<Task, Answer>(
  answer: (task: Task) => Promise<Answer>,
) {
  const port = parentPort;
  if (!port) throw new Error("This script runs in a worker thread");
  const send = (message: ThreadMessage<Answer>) => port.postMessage(message);
  const answerTask = async (task: Task) => send({ answer: await answer(task) });
  port.on("message", (task: Task) => void answerTask(task));
  send({ ready: true });
}
