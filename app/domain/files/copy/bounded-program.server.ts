import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

export type ProgramOutcome =
  | { ok: true; output: string }
  | { ok: false; failure: "timed-out" | "out-of-memory" | "crashed" };

export type BoundedProgram = {
  /** With its whole path: nothing is looked up, and nothing of our surroundings is handed on. */
  command: string;
  args: readonly string[];
  timeoutMilliseconds: number;
  maxMegabytes: number;
};

/** What a program is told of the machine: nothing. */
export const noSurroundings: NodeJS.ProcessEnv = { NODE_ENV: "production" };

const watchMilliseconds = 100;
const mostOutput = 10_000;
const bytesOfPage = 4_096;

/**
 * Runs a program that reads what outsiders made. It has a process of its own,
 * which is ended with everything that it started where it takes too long or too
 * much: a decoder of pictures that crashes takes its process with it.
 *
 * @returns the end of what it wrote, where it ended well.
 */
export function runBounded(program: BoundedProgram): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program.command, program.args, {
      env: noSurroundings,
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-mostOutput);
    });
    const settle = (outcome: ProgramOutcome) => {
      clearTimeout(timeout);
      clearInterval(watch);
      if (!outcome.ok) endWithChildren(child.pid);
      resolve(outcome);
    };
    const timeout = setTimeout(
      () => settle({ ok: false, failure: "timed-out" }),
      program.timeoutMilliseconds,
    );
    const watch = setInterval(() => {
      void residentBytes(child.pid).then((bytes) => {
        if (bytes > program.maxMegabytes * 1_000_000)
          settle({ ok: false, failure: "out-of-memory" });
      });
    }, watchMilliseconds);
    child.once("error", () => settle({ ok: false, failure: "crashed" }));
    child.once("close", (code) =>
      settle(
        code === 0 ? { ok: true, output } : { ok: false, failure: "crashed" },
      ),
    );
  });
}

function endWithChildren(processId: number | undefined) {
  if (processId === undefined) return;
  try {
    process.kill(-processId, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Where the system does not tell, the time-out alone holds. */
async function residentBytes(processId: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${processId}/statm`, "latin1").catch(
    () => "",
  );
  return Number(text.split(" ")[1] ?? 0) * bytesOfPage;
}
