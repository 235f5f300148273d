import { readdirSync } from "node:fs";
import path from "node:path";

/** Of our own files, what both the program and the pages use on the server. */
const sharedFile = /^app\/(?:(?:db|domain|http|words)\/.*|[^/]+)(?<!\.d)\.ts$/;

/** @returns {string[]} */
export const sharedModules = () =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join("app", file))
    .filter((file) => sharedFile.test(file));

/** @param {string} id of a module, as Rollup has resolved it */
const findShared = (id) => {
  const file = path.relative(process.cwd(), id);
  return sharedFile.test(file) ? file : undefined;
};

/**
 * The pages take what the program has from the program, where otherwise there would be two of
 * each module in a server: an error of the one is no instance of the class in
 * the other, and whatever a module remembers is remembered twice (docs/decisions/247).
 *
 * @type {import("vite").Plugin}
 */
export const takeFromProgram = {
  name: "heard-take-from-program",
  apply: "build",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            rollupOptions: {
              external: (id, _importer, isResolved) =>
                isResolved && findShared(id) !== undefined,
              output: {
                paths: (id) =>
                  findShared(id)?.replace(/^(.*)\.ts$/, "../program/$1.js") ??
                  id,
              },
            },
          },
        }
      : undefined,
};
