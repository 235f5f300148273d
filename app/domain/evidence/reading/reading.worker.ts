import { answerTasks } from "../../files/thread-tasks.worker.ts";
import type { ListReading } from "../reference-list.ts";
import { readReferenceList } from "./read-list.server.ts";

answerTasks<Uint8Array, ListReading>((bytes) =>
  Promise.resolve(readReferenceList(bytes)),
);
