import { isBuilt } from "#app/program-files.ts";

/* The door to threads, for work that is no file's. */
export { openFairThreads } from "./threads/fair-threads.server.ts";
export { openWorkerThread } from "./threads/worker-thread.server.ts";

/** So long a page waits for a thread. Where nothing is built a thread compiles itself first. */
export const pagePatienceMilliseconds = isBuilt ? 500 : 15_000;
