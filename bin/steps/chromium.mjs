import { accessSync, constants } from "node:fs";
import path from "node:path";
import { lastLines, runCommand, StepFailure } from "./step.mjs";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Finds a Chromium for the browser tests, installs Debian's where there is none
 * and it can, and leaves its path in CHROMIUM_PATH.
 *
 * @param {(text: string) => void} say
 */
export async function provideChromium(say) {
  const found = findChromium();
  if (found) return (process.env.CHROMIUM_PATH = found);
  if (process.getuid?.() !== 0 || !findOnPath("apt-get")) {
    throw new StepFailure(
      "The browser tests need Chromium, and there is none on the PATH.",
      "Install it (Debian and Ubuntu: sudo apt-get install chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test",
    );
  }
  say("installing Debian's chromium");
  const apt = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  await runCommand("apt-get", ["update", "-q"], apt);
  const { code, output } = await runCommand(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", "chromium"],
    apt,
  );
  const installed = findChromium();
  if (code !== 0 || !installed) {
    throw new StepFailure(
      "apt-get could not install chromium.",
      "Install it by hand, or name one: CHROMIUM_PATH=/path/to/chromium npm test",
      lastLines(output, 15),
    );
  }
  return (process.env.CHROMIUM_PATH = installed);
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isExecutable(named) ? named : undefined;
  return names.map(findOnPath).find((file) => file !== undefined);
}

/** @param {string} name */
function findOnPath(name) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
