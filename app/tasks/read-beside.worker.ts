import {
  openReading,
  type StatementRead,
  type StatementToRead,
} from "#app/db/reads-beside.server.ts";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";

export type ReadTask = StatementToRead & { file: string };

let reading: ReturnType<typeof openReading> | undefined;

answerTasks<ReadTask, StatementRead>(({ file, ...statement }) => {
  reading ??= openReading(file);
  return Promise.resolve(reading(statement));
});
