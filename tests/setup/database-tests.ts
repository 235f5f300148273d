import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const opener = "tests/given/database.ts";

/** What measures our own work, reads SQLite's plans, or asks files, processes and operations that have tests of their own far more than a database, is the same on whichever engine. */
const ofOneEngine = new RegExp(
  [
    ...["growth", "form-bounds", "made-to-hurt", "import-examples"],
    ...["queue-plans", "search-plans", "full-disk", "gate-faults", "bucket-"],
    ...["attachment-stores", "archive-container", "attachments-extraction"],
    ...["attachments-recognition"],
    ...["import-reading", "backup", "/restore"],
    ...["move-files", "import-killed", "domain/seed"],
    ...["files-copies", "silent-uploads", "resumable-", "announced-"],
    ...["sign-in-guessing", "review-permissions", "attachments-scanning"],
    ...["public-receipt-check"],
    ...["staff-file-parts", "files-memory"],
    ...["public-conditions", "public-task-list", "public-start", "public-care"],
    ...["public-equality", "public-mailed", "sent-evidence"],
    ...["public-groups"],
  ].join("|"),
);

/**
 * Routes hold no SQL: on the other engine those are called that read and write most
 * of it, and that two people meet in. The rest ask headers, words and guards.
 */
const routesOfBothEngines = new RegExp(
  [
    ...["public-answering", "public-sending", "public-come-back"],
    ...["public-receipt", "public-several", "public-two-tabs", "public-late"],
    ...["public-typed", "public-tak", "public-chang", "public-equality"],
    "public-add-file",
    ...["reading-", "review-triage", "review-queue", "review-flags"],
    ...["review-unfinished", "review-quarantine", "withdrawn-", "evidence"],
    ...["limits-of-servers", "few-statements", "odd-numbers"],
  ].join("|"),
);

/** The files of tests that ask a database, themselves or by what they import of tests, and are run on both engines. */
export function findDatabaseTests(): string[] {
  const known = new Map<string, boolean>();
  return [...filesIn("tests/domain"), ...routesToBoth()]
    .filter((file) => /\.test\.tsx?$/.test(file) && !ofOneEngine.test(file))
    .filter((file) => opensDatabase(file, known));
}

const routesToBoth = () =>
  filesIn("tests/routes").filter((file) => routesOfBothEngines.test(file));

const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => `${folder}/${name}`);

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
