import { randomBytes } from "node:crypto";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { importResponses } from "#app/domain/imports/imports.server.ts";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { wordsIn } from "#app/words/words.ts";

/**
 * An import, or its undoing, in a process that is killed (SIGKILL) at the nth
 * row ("row", in the middle of a transaction) or after the nth batch ("batch");
 * at 0 it comes to its end.
 */
const [
  what = "",
  place = "",
  slug = "",
  map = "",
  csv = "",
  at = "",
  nth = "0",
] = process.argv.slice(2);

let reached = 0;
function dieAt(place: string) {
  if (place !== at) return;
  reached += 1;
  if (reached === Number(nth)) process.kill(process.pid, "SIGKILL");
}

const db = openDatabase(JSON.parse(place) as DatabasePlace);
const call = await findCallBySlug(db, slug);
if (!call) throw new Error("There is no such call");
const options = {
  actor: { kind: "system" as const },
  now: new Date("2026-11-22T09:00:00Z"),
  rowsInBatch: 3,
  pause: async () => dieAt("batch"),
};
if (what === "undo")
  await undoImport(db, { ...options, importId: 1, evenIfWorkedOn: false });
else {
  const request = {
    ...options,
    call,
    map: importMapSchema.parse(JSON.parse(map)),
    file: csv,
    messages: wordsIn("en").questions,
  };
  const checked = await checkImport(db, request);
  if (!checked.ok) throw new Error(checked.reason);
  const outcome = await importResponses(db, {
    ...request,
    check: checked.check,
    skipRefused: false,
    randomBytes(count) {
      dieAt("row");
      return randomBytes(count);
    },
  });
  if (!outcome.ok) throw new Error(outcome.reason);
}
await db.destroy();
