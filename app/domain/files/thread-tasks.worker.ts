/** The door to a thread's own side, for the workers of other areas. */
export { answerTasks } from "./threads/thread-tasks.worker.ts";
