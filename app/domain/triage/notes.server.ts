import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { indexTeamTexts } from "../responses/search-index.server.ts";
import { tidyText } from "../text/foreign-text.ts";
import {
  insertNoteRow,
  selectLastNoteOf,
  selectNotesOfResponse,
} from "./notes.queries.server.ts";
import type { TriageActor } from "./triage.ts";

export type NewNote = {
  responseId: number;
  body: string;
  actor: TriageActor;
  now: Date;
};

/**
 * Writes a note with its event, as part of the caller's transaction. The same
 * words as the author's note before it are a form sent twice, and stay one note.
 */
export async function insertNote(
  trx: Trx,
  note: NewNote,
): Promise<{ noteId: number }> {
  const body = tidyText(note.body);
  const { staffId } = note.actor;
  const last = await selectLastNoteOf(trx, {
    responseId: note.responseId,
    authorId: staffId,
  });
  await renewClaim(trx, {
    responseId: note.responseId,
    staffId,
    now: note.now,
  });
  if (last?.body === body) return { noteId: last.id };
  const { id } = await insertNoteRow(trx, {
    response_id: note.responseId,
    author_id: staffId,
    body,
    written_at: note.now.toISOString(),
  });
  await indexTeamTexts(trx, note.responseId);
  await recordEvent(trx, {
    at: note.now,
    actor: { kind: "staff", staffId },
    subject: { kind: "response", id: note.responseId },
    type: "response.note-added",
    details: { noteId: id },
  });
  return { noteId: id };
}

/** Adds a note for colleagues. It needs no row version: notes are never changed, only added. */
export async function addNote(
  db: Db,
  note: NewNote,
): Promise<{ ok: true; noteId: number } | { ok: false; reason: "empty" }> {
  if (tidyText(note.body) === "") return { ok: false, reason: "empty" };
  const { noteId } = await db
    .transaction()
    .execute((trx) => insertNote(trx, note));
  return { ok: true, noteId };
}

export type Note = {
  noteId: number;
  authorName: string;
  /** ISO-8601 UTC. */
  writtenAt: string;
  body: string;
};

/** The team's notes on a response, oldest first. */
export async function selectNotes(db: Db, responseId: number): Promise<Note[]> {
  return selectNotesOfResponse(db, responseId);
}
