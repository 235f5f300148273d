/* The door to threads, for work that is no file's. */
export { openWorkerThread } from "./threads/worker-thread.server.ts";
