import { StepFailure } from "./step.mjs";

const oldest = { major: 20, minor: 19 };

/** Refuses a Node that Heard's parts no longer run on. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (
    major > oldest.major ||
    (major === oldest.major && minor >= oldest.minor)
  ) {
    return `Node ${version}`;
  }
  throw new StepFailure(
    `Heard needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}.`,
    "Install Node 22 or 24 from https://nodejs.org (or `nvm install 22`), then start again.",
  );
}
