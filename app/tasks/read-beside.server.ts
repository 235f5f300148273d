import type { DatabasePlace } from "#app/db/connection.server.ts";
import { readMuchBy, type StatementRead } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { openWorkerThread } from "#app/domain/files/worker-threads.server.ts";
import type { ReadTask } from "./read-beside.worker.ts";

/** Longer than anybody waits for a page. */
const timeoutMilliseconds = 60_000;

/**
 * Gives a server a thread for statements that look through much of its SQLite
 * file: whoever sends an answer meanwhile does not wait for them. A PostgreSQL
 * reads in a process of its own.
 */
export function readBeside(db: Db, place: DatabasePlace): void {
  if ("url" in place) return;
  const { file } = place;
  const thread = openWorkerThread<ReadTask, StatementRead>({
    script: "app/tasks/read-beside.worker.ts",
    // Outside its heap SQLite keeps no more than its cache.
    ...{ timeoutMilliseconds, maxHeapMegabytes: 256 },
  });
  readMuchBy(db, async (statement) => {
    const outcome = await thread.ask({ file, ...statement });
    return outcome.ok
      ? outcome.answer
      : { ok: false, code: "READ_ENDED", message: outcome.failure };
  });
}
