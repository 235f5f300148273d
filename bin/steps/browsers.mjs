import { accessSync, constants } from "node:fs";
import path from "node:path";
import { lastLines, runCommand, StepFailure } from "./step.mjs";

/**
 * @typedef {object} Browser
 * @property {string} name
 * @property {string} variable names another one than what is on the PATH
 * @property {string} package Debian's
 * @property {string[]} commands the package's own first, then what will do
 */

/**
 * Without a window Debian's Chromium takes a sixth less of the processor for the same pages.
 *
 * @type {Browser}
 */
const chromium = {
  name: "Chromium",
  variable: "CHROMIUM_PATH",
  package: "chromium-headless-shell",
  commands: [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ],
};

/** @type {Browser} */
const firefox = {
  name: "Firefox",
  variable: "FIREFOX_PATH",
  package: "firefox-esr",
  commands: ["firefox-esr", "firefox"],
};

/** @param {(text: string) => void} say */
export function provideChromium(say) {
  return provide(chromium, say);
}

/** @param {(text: string) => void} say */
export function provideFirefox(say) {
  return provide(firefox, say);
}

export function findChromium() {
  return find(chromium);
}

export function findFirefox() {
  return find(firefox);
}

/**
 * Finds a browser for the journeys, installs Debian's where there is none and
 * it can, and leaves its path in the environment.
 *
 * @param {Browser} browser
 * @param {(text: string) => void} say
 */
async function provide(browser, say) {
  const { name, variable } = browser;
  const found = find(browser);
  const canInstall = process.getuid?.() === 0 && findOnPath("apt-get");
  if (found && (isFirstChoice(browser, found) || !canInstall))
    return (process.env[variable] = found);
  if (!canInstall) {
    throw new StepFailure(
      `The browser tests need ${name}, and there is none on the PATH.`,
      `Install it (Debian and Ubuntu: sudo apt-get install ${browser.package}), or name one: ${variable}=/path/to/it npm test`,
    );
  }
  say(`installing Debian's ${browser.package}`);
  const apt = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  await runCommand("apt-get", ["update", "-q"], apt);
  const { output } = await runCommand(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", browser.package],
    apt,
  );
  const installed = find(browser);
  if (!installed) {
    throw new StepFailure(
      `apt-get could not install ${browser.package}.`,
      `Install it by hand, or name one: ${variable}=/path/to/it npm test`,
      lastLines(output, 15),
    );
  }
  return (process.env[variable] = installed);
}

/** @param {Browser} browser */
function find({ variable, commands }) {
  const named = process.env[variable];
  if (named) return isExecutable(named) ? named : undefined;
  return commands.map(findOnPath).find((file) => file !== undefined);
}

/**
 * @param {Browser} browser
 * @param {string} found
 */
function isFirstChoice({ variable, commands }, found) {
  return (
    found === process.env[variable] || path.basename(found) === commands[0]
  );
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
