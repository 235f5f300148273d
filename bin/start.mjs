// Needs nothing but Node: it runs before anything is installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildWhenStale } from "./steps/build.mjs";
import { installWhenStale } from "./steps/install.mjs";
import { requireNode } from "./steps/node-version.mjs";
import { serverCommand } from "./steps/server-command.mjs";
import { readSettings, requireFreePort } from "./steps/settings.mjs";
import {
  lastLines,
  printFailure,
  runCommand,
  secondsSince,
  step,
  StepFailure,
} from "./steps/step.mjs";

const startedAt = performance.now();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  await step("Node", () => requireNode());
  await step("Settings", () => readSettings());
  const host = process.env.HOST ?? "127.0.0.1";
  const port = Number(process.env.PORT ?? 3000);
  await step("Port", async () => {
    await requireFreePort(host, port);
    return `${port} is free`;
  });
  await step("Packages", (say) =>
    installWhenStale(say, () => buildWhenStale(() => undefined)),
  );
  await step("Build", buildWhenStale);
  await step("Database", async () => lastLines(await runTask("migrate"), 1));
  const signIn = await seedWhenEmpty();
  await step("Server", serve);
  printAddresses(signIn);
} catch (error) {
  printFailure(error);
  process.exit(1);
}

/**
 * Runs one of `app/tasks` in a process of its own.
 *
 * @param {string} name
 */
async function runTask(name) {
  const { code, output } = await runCommand(process.execPath, [
    `build/program/app/tasks/${name}.js`,
  ]);
  if (code === 0) return output;
  throw new StepFailure(
    `The task "${name}" failed.`,
    /SQLITE_FULL|ENOSPC/.test(output)
      ? "The disk is full. Make room and start again."
      : /SQLITE_(CANTOPEN|READONLY|BUSY)|EACCES/.test(output)
        ? "DATABASE_FILE must be in a folder that this user may write to and that no other program holds."
        : "The lines above say why. .env.example explains every setting.",
    lastLines(output, 25),
  );
}

/**
 * Seeds the demo into an empty database.
 *
 * @returns {Promise<string>} how to sign in: the password is in no file, so it is told at the end
 */
async function seedWhenEmpty() {
  let signIn = `The demo's password was shown when it was seeded. Another account:
    npm run staff:add -- --name "Your name" --email you@example.org --role lead`;
  await step("Demo", async (say) => {
    if (process.env.DATABASE_URL)
      return "DATABASE_URL is set, nothing seeded; npm run seed does it";
    say("seeding where the database is empty");
    const [told = "", demoSignIn] = (await runTask("seed")).split(
      "Demo sign-in, ",
    );
    if (!demoSignIn) return "the database is in use, nothing seeded";
    signIn = `Demo sign-in, ${demoSignIn.trimEnd()}`;
    return lastLines(told, 1).trimEnd();
  });
  return signIn;
}

/** Starts the server and waits until it listens. @returns {Promise<string>} */
function serve() {
  const server = spawn(process.execPath, serverCommand, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  // The server ends what is under way; this process ends after it.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => server.kill(signal));
  return new Promise((resolve, reject) => {
    server.once("message", () => resolve("up"));
    server.once("exit", (code) => {
      reject(
        new StepFailure(
          "The server ended by itself.",
          "The lines above say why. .env.example explains every setting.",
        ),
      );
      process.exitCode = code ?? 1;
    });
  });
}

/** @param {string} signIn */
function printAddresses(signIn) {
  const address = process.env.PUBLIC_BASE_URL ?? "http://localhost:3000";
  console.log(`
Heard is up after ${secondsSince(startedAt)}. Ctrl-C stops it.

  The public side   ${address}
  The review team   ${address}/review

  ${signIn}
`);
}
