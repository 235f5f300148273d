import { fork } from "node:child_process";
import path from "node:path";
import { testSecret } from "./context.ts";
import { compiledProcess } from "../setup/compiled-processes.ts";
import { makeTestFolder } from "./database.ts";

export type Asked = {
  file: string;
  given: string[];
  settings: Record<string, string>;
};

export type Told = { code: number; out: string; told: string };

export type Command = [
  file: string,
  given: string[],
  settings?: Record<string, string>,
];

/**
 * Runs commands of app/tasks as a server's image does, from the build, one after
 * the other, each with a database that is not there unless told otherwise.
 */
export async function runTasks(commands: Command[]): Promise<Told[]> {
  const asked = commands.map(([file, given, settings = {}]) => ({
    file,
    given,
    settings: {
      HEARD_SECRET: testSecret,
      DATABASE_URL: "",
      DATABASE_FILE: path.join(makeTestFolder(), "heard.sqlite"),
      ...settings,
    },
  }));
  const child = fork(compiledProcess("command-process"));
  child.send(asked);
  return new Promise((resolve, reject) => {
    child.once("message", (told) => {
      resolve(told as Told[]);
      child.kill();
    });
    child.once("exit", (code) =>
      reject(new Error(`The commands ended with ${code} and said nothing.`)),
    );
  });
}

export async function runTask(...command: Command): Promise<Told> {
  const [told] = await runTasks([command]);
  return told!;
}
