import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Starts a server and waits until it says that it listens. */
export function startServer(
  file: string,
  env: Record<string, string>,
): Promise<ChildProcess> {
  const child = fork(file, {
    env: { ...process.env, ...env },
    execArgv: file.endsWith(".ts") ? ["--import", "tsx"] : [],
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
export function residentMegabytes(child: ChildProcess): number | undefined {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return undefined;
  }
}
