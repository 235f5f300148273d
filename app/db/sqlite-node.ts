import { OperatorError } from "#app/operator-error.ts";

/** From here on Node ends the process where it clears a statement away (docs/decisions/241). */
const firstThatEnds = 24;

/** @throws an OperatorError where SQLite's driver would bring this Node down sooner or later. */
export function refuseNodeThatEnds(version = process.versions.node): void {
  if (Number.parseInt(version, 10) < firstThatEnds) return;
  throw new OperatorError(
    `This is Node ${version}, on which SQLite's driver ends the process at any time. Run Heard on Node 22 (or 20.19), and install its packages anew with it: npm ci`,
  );
}
