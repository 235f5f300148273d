import { writeFileSync } from "node:fs";
import { drawLogoPicture } from "./draw-logo-picture.server.ts";
import type { LogoTask } from "../logo-drawing.ts";

/** The script of the process that draws one logo: the task is its argument, the outcome a file, for it is longer than a line. */
const task = JSON.parse(process.argv[2] ?? "") as LogoTask;

writeFileSync(task.target, JSON.stringify(await drawLogoPicture(task)));
