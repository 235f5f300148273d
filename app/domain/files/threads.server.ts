/** The door to threads for other areas that read bytes which may have been made to hurt. */
export {
  openFairThreads,
  type ThreadBudget,
} from "./threads/fair-threads.server.ts";
