import { extractFromFile } from "./read-text.server.ts";
import type { Extraction, ExtractionTask } from "../extraction.ts";
import { answerTasks } from "../threads/thread-tasks.worker.ts";

answerTasks<ExtractionTask, Extraction>(extractFromFile);
