import path from "node:path";

/** Whether this is the built program, which needs no compiler in its process. */
export const isBuilt = !import.meta.url.endsWith(".ts");

/**
 * Where a file of the program can be loaded from, built or as it was written.
 *
 * @param source its path in the project, such as `app/domain/x.worker.ts`; of a folder, too
 * @returns the absolute path
 */
export function findProgramFile(source: string): string {
  return isBuilt
    ? path.resolve("build/program", source.replace(/\.ts$/, ".js"))
    : path.resolve(source);
}
