import { extractText } from "./extract-text.server.ts";
import type { Extraction, ExtractionTask } from "./extraction.ts";
import { answerTasks } from "./thread-tasks.worker.ts";

answerTasks<ExtractionTask, Extraction>(extractText);
