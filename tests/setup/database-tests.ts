import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const opener = "tests/given/database.ts";

/** What measures our own work, reads SQLite's plans, or asks files, processes and operations that have tests of their own far more than a database, is the same on whichever engine. */
const ofOneEngine = new RegExp(
  [
    ...["growth", "form-bounds", "made-to-hurt", "import-examples"],
    ...["queue-plans", "full-disk", "gate-faults", "bucket-"],
    ...["attachment-stores", "archive-container", "attachments-extraction"],
    ...["import-reading", "backup", "/restore", "keeping-commands"],
    ...["move-files", "move-command", "import-killed", "domain/seed"],
  ].join("|"),
);

/** The files of tests in some folders that open a database, themselves or by what they import of tests. */
export function databaseTestsIn(folders: string[]): string[] {
  const known = new Map<string, boolean>();
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((file) => /\.test\.tsx?$/.test(file) && !ofOneEngine.test(file))
    .filter((file) => opensDatabase(file, known));
}

function opensDatabase(file: string, known: Map<string, boolean>): boolean {
  const found = known.get(file);
  if (found !== undefined) return found;
  // Until it is known, so that a circle ends.
  known.set(file, false);
  const text = readFileSync(file, "utf8");
  const opens =
    /\bopenTestDatabase\(/.test(text) ||
    testImportsOf(file, text).some((imported) =>
      opensDatabase(imported, known),
    );
  known.set(file, opens);
  return opens;
}

function testImportsOf(file: string, text: string): string[] {
  return Array.from(text.matchAll(/from "(#tests\/|\.\.?\/)([^"]+)"/g))
    .map(([, start = "", rest = ""]) =>
      start === "#tests/"
        ? `tests/${rest}`
        : path.join(path.dirname(file), start + rest),
    )
    .filter((name) => name !== opener && existsSync(name));
}
