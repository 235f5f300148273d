import { existsSync, lstatSync, readFileSync } from "node:fs";
import { lastLines, runCommand, StepFailure } from "./step.mjs";

const notCompiled = "SQLite is not compiled for this Node";

/**
 * Installs exactly the locked packages where they are missing, are not the
 * locked ones, or were compiled for another Node.
 *
 * It compares what npm says it put into node_modules with the lock, so an
 * install by hand counts as much as one of ours.
 *
 * @param {(text: string) => void} say
 * @param {() => Promise<unknown>} [meanwhile] what needs the packages and nothing that is
 *   compiled: it has a processor of its own while SQLite has the other; its failure is not told
 */
export async function installWhenStale(say, meanwhile = async () => {}) {
  const reason = await findStaleness();
  if (!reason) return "as locked";
  if (isLink("node_modules")) {
    throw new StepFailure(
      `node_modules is a link, and ${reason}.`,
      "Install where the link leads to, or remove the link and start again.",
    );
  }
  say(`${reason}: installing, one to three minutes`);
  if (reason !== notCompiled) await runNpm(unpack);
  await Promise.all([runNpm(["rebuild"]), meanwhile().catch(() => {})]);
  const leftover = await findStaleness();
  if (leftover) throw explainFailedInstall(`Still: ${leftover}`);
  return "installed as locked";
}

const unpack = [
  "ci",
  "--include=dev",
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
];

/** npm itself says where it is when it runs us. @param {string[]} npmArguments */
async function runNpm(npmArguments) {
  const npm = process.env.npm_execpath;
  const { code, output } =
    npm && /\.[cm]?js$/.test(npm)
      ? await runCommand(process.execPath, [npm, ...npmArguments])
      : await runCommand("npm", npmArguments);
  if (code !== 0) throw explainFailedInstall(output);
}

/** @returns {Promise<string | undefined>} why an install is due */
async function findStaleness() {
  if (!existsSync("node_modules/.package-lock.json"))
    return "no packages are installed";
  const wanted = readLock("package-lock.json").packages;
  const installed = readLock("node_modules/.package-lock.json").packages;
  const differing = Object.entries(wanted).find(
    ([path, entry]) =>
      path !== "" &&
      installed[path]?.version !== entry.version &&
      !(entry.optional && !installed[path]),
  );
  if (differing)
    return `${differing[0].replace("node_modules/", "")} is not the locked one`;
  const { code } = await runCommand(process.execPath, [
    "-e",
    'new (require("better-sqlite3"))(":memory:").close()',
  ]);
  return code === 0 ? undefined : notCompiled;
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

const knownFaults = [
  {
    pattern: /ENOSPC|no space left/i,
    advice:
      "The disk is full. Heard's packages take 400 MB; make room and start again.",
  },
  {
    pattern: /EACCES|EPERM/,
    advice:
      "This user may not write here. Make the folder yours (chown), then start again; do not use sudo.",
  },
  {
    pattern: /gyp ERR!.*(python|find Python)/i,
    advice:
      "SQLite is compiled on this machine and needs Python 3: apt-get install -y python3 make g++",
  },
  {
    pattern: /gyp ERR!|not found: (make|g\+\+|cc)|Still: SQLite/i,
    advice:
      "SQLite is compiled on this machine and needs a compiler: apt-get install -y python3 make g++",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/,
    advice:
      "npm's registry could not be reached. Check the network and any proxy (npm config get registry, HTTPS_PROXY), then start again.",
  },
  {
    pattern: /can only install packages when your package.json and/,
    advice: "package.json and its lock do not agree: run npm install.",
  },
];

/** @param {string} output */
function explainFailedInstall(output) {
  const known = knownFaults.find((fault) => fault.pattern.test(output));
  return new StepFailure(
    "The packages could not be installed.",
    known?.advice ?? "Run `npm ci` to see it fail by itself.",
    lastLines(output, 25),
  );
}
