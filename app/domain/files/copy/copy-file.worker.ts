import type { CopyTask } from "./copying.ts";
import { makeCopy } from "./make-copy.server.ts";

/** The script of the process that makes one copy: the task is its argument, the outcome the last line that it writes. */
const task = JSON.parse(process.argv[2] ?? "") as CopyTask;

const outcome = await makeCopy(task);
// The decoder of HEIC writes lines of its own.
process.stdout.write(`\n${JSON.stringify(outcome)}`);
