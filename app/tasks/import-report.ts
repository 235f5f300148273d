import type { ImportMap } from "#app/domain/imports/import-map.ts";
import type {
  CheckOutcome,
  ImportCheck,
} from "#app/domain/imports/check-import.server.ts";
import type { ImportOutcome } from "#app/domain/imports/imports.server.ts";
import type { UndoOutcome } from "#app/domain/imports/undo-import.server.ts";
import {
  describeFileFault,
  describeMapProblem,
  describeRowRefusal,
} from "./import-words.ts";

const rowsPerLine = 1_000;
const millisecondsBetweenUpdates = 200;

/** On a terminal one line that counts; elsewhere a line now and then. */
export function showProgress(output: NodeJS.WriteStream = process.stderr) {
  let shownAt = 0;
  let isOpen = false;
  return {
    row(count: number, step: "checked" | "imported") {
      if (!output.isTTY) {
        if (count % rowsPerLine === 0)
          output.write(`  ${count} rows ${step}\n`);
        return;
      }
      if (Date.now() - shownAt < millisecondsBetweenUpdates) return;
      shownAt = Date.now();
      isOpen = true;
      output.write(`\r  ${count} rows ${step}   `);
    },
    end() {
      if (isOpen) output.write("\r\x1b[K");
      isOpen = false;
    },
  };
}

export function describeCheck(
  check: ImportCheck,
  { map }: { map: ImportMap },
): string[] {
  const lines = check.refusedRows.map(
    ({ line, refusal }) => `  line ${line}: ${describeRowRefusal(refusal)}`,
  );
  const unlisted = check.refusedCount - check.refusedRows.length;
  if (unlisted > 0) lines.push(`  and ${unlisted} more`);
  lines.push(
    `${check.rowCount} rows: ${check.acceptedCount} good, ${check.leftOutCount} left out as empty, ${check.refusedCount} refused.`,
  );
  if (map.sourceId === undefined)
    lines.push(
      "The map names no sourceId: a row that comes in again with another file will not be noticed.",
    );
  if (check.resumes)
    lines.push(
      `Import ${check.resumes.importId} of this file was begun at ${check.resumes.startedAt} and cut off: it goes on where it stood.`,
    );
  return lines;
}

type Refusal = Extract<
  CheckOutcome | ImportOutcome | UndoOutcome,
  { ok: false }
>;

export function describeRefusal(refusal: Refusal): string {
  switch (refusal.reason) {
    case "map-does-not-fit":
      return `The map does not fit:\n${refusal.problems.map((problem) => `  ${describeMapProblem(problem)}`).join("\n")}`;
    case "unreadable":
      return `${describeFileFault(refusal.fault)} Nothing was imported.`;
    case "already-imported":
      return `This file was imported already, ${refusal.rowCount} rows at ${refusal.importedAt}. Nothing was imported.`;
    case "another-under-way":
      return `Import ${refusal.importId} into this call has not come to its end. Give its own command again, or take it back with --undo ${refusal.importId}.`;
    case "rows-refused":
      return "Nothing was imported, because rows are refused. Correct them, or import the good ones with --skip-refused.";
    case "nothing-to-import":
      return "Nothing was imported: no row is good.";
    case "file-changed":
      return "Nothing was imported: the file changed while it was read.";
    case "begun-otherwise":
      return "This file's import was begun with another map or other options, or the call has changed since. Give the first command again, or take the import back with --undo.";
    case "taken-over":
      return "Another process goes on with this import, or takes it back. This one has stopped.";
    case "not-found":
      return "There is no import of that number.";
    case "already-undone":
      return "That import was taken back already.";
    case "worked-on":
      return `Nothing was taken back: the review team has worked on ${refusal.workedOnCount} of its responses. With --although-worked-on their notes, tags and decisions go too.`;
  }
}
