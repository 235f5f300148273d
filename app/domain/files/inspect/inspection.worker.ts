import { inspectBytes } from "./inspect-bytes.server.ts";
import type { Inspection, InspectionTask } from "../inspection.ts";
import { answerTasks } from "../threads/thread-tasks.worker.ts";

answerTasks<InspectionTask, Inspection>(inspectBytes);
