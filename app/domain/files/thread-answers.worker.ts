/* The door to a thread's own side, for work that is no file's. */
export { answerTasks } from "./threads/thread-tasks.worker.ts";
