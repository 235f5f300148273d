import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { lastLines, runCommand, StepFailure } from "./step.mjs";

const sources = [
  "app",
  "migrations",
  "public",
  "package-lock.json",
  "package.json",
  "remix.config.js",
  "server.ts",
  "vite.compressed-files.js",
  "vite.config.ts",
  "vite.program.config.js",
  "vite.program-modules.js",
  "tsconfig.json",
];
const stampFile = "build/.sources";

/**
 * Makes the production build where there is none or a source has changed since.
 *
 * @param {(text: string) => void} say
 */
export async function buildWhenStale(say) {
  const hash = hashSources();
  if (isBuiltFrom(hash)) return "up to date";
  say("building");
  rmSync(stampFile, { force: true });
  await Promise.all([
    runBuild(["node_modules/@remix-run/dev/dist/cli.js", "vite:build"]),
    runBuild([
      "node_modules/vite/bin/vite.js",
      "build",
      "--config=vite.program.config.js",
    ]),
  ]);
  writeFileSync(stampFile, hash);
  return "built";
}

/** @param {string[]} command */
async function runBuild(command) {
  const { code, output } = await runCommand(process.execPath, command, {
    // Under Vitest, vite.config.ts leaves Remix out.
    env: { NODE_ENV: "production", VITEST: "" },
  });
  if (code === 0) return;
  throw new StepFailure(
    "The production build failed.",
    /ENOSPC/.test(output)
      ? "The disk is full. Make room and start again."
      : "The lines above say where. `npm run typecheck` may say more.",
    lastLines(output, 30),
  );
}

/** @param {string} hash */
function isBuiltFrom(hash) {
  return (
    existsSync("build/server/index.js") &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === hash
  );
}

function hashSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} source @returns {string[]} */
function filesUnder(source) {
  if (statSync(source).isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
