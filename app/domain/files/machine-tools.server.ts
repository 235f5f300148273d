import { accessSync, constants } from "node:fs";
import path from "node:path";

const found = new Map<string, string>();

/** Where a program of the machine is, looked for once; an empty path where there is none. */
export function findTool(name: string): string {
  const known = found.get(name);
  if (known !== undefined) return known;
  const places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  const tool = places.map((place) => path.join(place, name)).find(isProgram);
  found.set(name, tool ?? "");
  return tool ?? "";
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
