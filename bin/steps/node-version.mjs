import { StepFailure } from "./step.mjs";

const oldest = { major: 20, minor: 19 };
/** From here on Node ends the process at any time, by SQLite's driver (docs/decisions/241). */
const tooNew = 24;

/** Refuses a Node that Heard's parts do not run on. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOldEnough = major < tooNew;
  const isNewEnough =
    major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  if (isOldEnough && isNewEnough) return `Node ${version}`;
  throw new StepFailure(
    `Heard needs Node ${oldest.major}.${oldest.minor} or newer, and none from ${tooNew} on; this is Node ${version}.`,
    "Install Node 22 from https://nodejs.org (or `nvm install 22`), then start again.",
  );
}
