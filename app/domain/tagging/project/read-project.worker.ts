import { answerTasks } from "../../files/thread-answers.worker.ts";
import type { ProjectRead } from "./project.ts";
import { unpackProject } from "./unpack-project.server.ts";

answerTasks<Uint8Array, ProjectRead>((bytes) =>
  unpackProject(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
);
