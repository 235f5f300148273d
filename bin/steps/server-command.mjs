/**
 * How Node runs the built server (docs/decisions/244). The same words stand in
 * package.json, the Dockerfile and the README; tests/server-command.test.ts compares them.
 */
export const serverFile = "build/program/server.js";
export const serverFlags = [
  "--max-semi-space-size=4",
  "--max-old-space-size=1024",
];
export const serverCommand = [...serverFlags, serverFile];
