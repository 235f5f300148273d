import { spawn } from "node:child_process";

/** A step that cannot go on, with what the person at the keyboard can do about it. */
export class StepFailure extends Error {
  /**
   * @param {string} message what went wrong, in one line
   * @param {string} advice what to do about it
   * @param {string} [output] the end of what the failed command printed
   */
  constructor(message, advice, output = "") {
    super(message);
    this.advice = advice;
    this.output = output;
  }
}

/** @param {number} since what `performance.now()` said at the start */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Says what is being done, does it, and says how it went and how long it took.
 *
 * @param {string} title
 * @param {(say: (text: string) => void) => Promise<string> | string} work returns
 *   how it went; `say` adds a word for work that takes its time
 * @param {{ isBesideOthers?: boolean }} [options] beside others a step says its
 *   whole line when it has ended
 */
export async function step(title, work, { isBesideOthers = false } = {}) {
  const startedAt = performance.now();
  let line = title.padEnd(12);
  /** @param {string} text */
  const say = (text) => {
    if (!isBesideOthers) process.stdout.write(line + text);
    line = isBesideOthers ? line + text : "";
  };
  /** @param {string} outcome */
  const end = (outcome) => {
    process.stdout.write(`${line}${outcome} (${secondsSince(startedAt)})\n`);
  };
  try {
    say("");
    end(await work((text) => say(`${text} ... `)));
  } catch (error) {
    end("failed");
    throw error;
  }
}

/** Prints a failure the way a person can act on it. @param {unknown} error */
export function printFailure(error) {
  if (!(error instanceof StepFailure)) {
    console.error(error);
    return;
  }
  if (error.output) console.error(`\n${error.output.trimEnd()}`);
  console.error(`\n${error.message}\n${error.advice}`);
}

/**
 * @typedef {object} CommandOptions
 * @property {Record<string, string>} [env] added to this process's environment
 * @property {boolean} [showsOutput] lets the command write to the terminal itself
 */

const keptOutputCharacters = 200_000;

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is the last part
 *   of what it printed, empty where the command wrote to the terminal itself
 */
export function runCommand(command, commandArguments, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      env: { ...process.env, ...options.env },
      stdio: options.showsOutput ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-keptOutputCharacters);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The end of a long output. @param {string} output @param {number} lineCount */
export function lastLines(output, lineCount) {
  return output.trimEnd().split("\n").slice(-lineCount).join("\n");
}
