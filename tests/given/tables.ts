import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { keepTable } from "#app/domain/imports/import-files.server.ts";
import { workOnImportFile } from "#app/domain/imports/import-work.server.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { readTable } from "#app/domain/imports/read-table.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { givenColleague } from "./people.ts";
import { givenFolderStore } from "./stores.ts";

/** When the tests of uploaded tables are. */
export const now = new Date("2026-11-22T09:00:00Z");

export const letters = [
  "No,Date,Text",
  "1,01/11/2026,Ask us first.",
  "2,2 November,Listen to us.",
  "3,03/11/2026,Keep brothers together.",
].join("\n");

export const lettersMap = importMapSchema.parse({
  channel: "letter",
  receivedAt: { column: "Date", format: "dd/MM/yyyy" },
  sourceId: "No",
  answers: { "what-first": "Text" },
});

/** A table that a lead uploaded. */
export async function givenTable(
  db: Db,
  given: { call: Call; content?: string; actor?: StaffMember; name?: string },
) {
  const { content = letters, name = "letters.csv" } = given;
  const actor =
    given.actor ?? (await givenColleague(db, { role: "lead", name: "Lee" }));
  const read = await readTable(Buffer.from(content));
  if (!read.ok) throw new Error(read.reason);
  const importFileId = await keepTable(db, {
    ...{ callId: given.call.id, name, table: read.table, actor, now },
    sha256: createHash("sha256").update(content).digest("hex"),
  });
  return { importFileId, actor };
}

/** Does what was asked for with a table, as the worker would. */
export async function work(
  db: Db,
  importFileId: number,
  store?: AttachmentStore,
): Promise<void> {
  return workOnImportFile(db, {
    importFileId,
    store: store ?? (await givenFolderStore()).store,
    messages: wordsIn("en").questions,
    now: () => now,
    randomBytes,
    pause: async () => undefined,
  });
}
