import { execFile } from "node:child_process";
import path from "node:path";
import { testSecret } from "./context.ts";
import { makeTestFolder } from "./database.ts";

export type Told = { code: number; out: string; told: string };

/** Runs a command of app/tasks as npm would, with a database that is not there unless told otherwise. */
export function runTask(
  file: string,
  given: string[],
  settings: Record<string, string> = {},
): Promise<Told> {
  const env = {
    ...process.env,
    HEARD_SECRET: testSecret,
    DATABASE_URL: "",
    DATABASE_FILE: path.join(makeTestFolder(), "heard.sqlite"),
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", file, ...given],
      { env },
      (error, out, told) =>
        resolve({ code: error ? Number(error.code) : 0, out, told }),
    );
  });
}
