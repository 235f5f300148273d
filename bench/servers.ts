import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Starts a server and waits until it says that it listens. */
export function startServer(
  file: string,
  env: Record<string, string>,
  flags: string[] = [],
): Promise<ChildProcess> {
  const child = fork(file, {
    env: { ...process.env, ...env },
    execArgv: [...flags, ...(file.endsWith(".ts") ? ["--import", "tsx"] : [])],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", (code) =>
      reject(new Error(`${file} ended with ${code}`)),
    );
  });
}

export async function stopServer(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

/** undefined where the machine does not tell it in /proc. */
export const residentMegabytes = (child: ChildProcess) =>
  readMegabytes(child, /VmRSS:\s+(\d+)/);

/** The most it ever had. */
export const peakMegabytes = (child: ChildProcess) =>
  readMegabytes(child, /VmHWM:\s+(\d+)/);

function readMegabytes({ pid }: ChildProcess, line: RegExp) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(line.exec(status)?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

/** What it has used of processors, in steps of ten, whatever else the machine does; NaN where the machine does not tell it in /proc. */
export function processorMilliseconds({ pid }: ChildProcess): number {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user, system] = told.split(") ")[1]?.split(" ").slice(11, 13) ?? [];
    return 10 * (Number(user) + Number(system));
  } catch {
    return Number.NaN;
  }
}
