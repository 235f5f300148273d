import { spawnSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { makeTestFolder } from "./database.ts";

export const canMount =
  process.getuid?.() === 0 && process.platform === "linux";

/** A disk of the test's own, of so many megabytes. */
export function mountDisk(megabytes: number): string {
  const folder = makeTestFolder();
  const mounted = spawnSync("mount", [
    ...["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder],
  ]);
  if (mounted.status !== 0) throw new Error(mounted.stderr.toString());
  onTestFinished(() => void spawnSync("umount", ["-l", folder]));
  return folder;
}
