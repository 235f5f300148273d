import { writeFileSync } from "node:fs";
import path from "node:path";
import { outcomeFile, type RecognitionTask } from "./recognising.ts";
import { recognisePages } from "./recognise-pages.server.ts";

/** The script of the process that reads one file's pictures: the task is its argument; a text is too long to be told line by line. */
const task = JSON.parse(process.argv[2] ?? "") as RecognitionTask;

const outcome = JSON.stringify(await recognisePages(task));
writeFileSync(path.join(task.workFolder, outcomeFile), outcome);
