import { answerTasks } from "../threads/thread-tasks.worker.ts";
import { readPages } from "./draw-page.server.ts";
import type { PagesAnswer, PagesTask } from "../page-drawing.ts";

answerTasks<PagesTask, PagesAnswer>(readPages);
