import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { onTestFinished } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { transactionBesideTurn } from "#app/db/locks.server.ts";
import type { Db } from "#app/db/schema.ts";
import { replaceSearchText } from "#app/db/search.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { makeTestFolder, openTestFile } from "./database.ts";
import { fillStaff, staffId } from "./every-staff-table.ts";
import { fillRedactions, fillWork } from "./every-work-table.ts";
import { stageFile } from "./files.ts";
import { at, change, put } from "./rows.ts";
import { authoringRows, movedDraft } from "./authoring-rows.ts";
import { codebookRows } from "./codebook-rows.ts";
import { proofRows } from "./proof-rows.ts";
import { givenFolderStore, listIds } from "./stores.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

export type FullPortal = Awaited<ReturnType<typeof givenFullPortal>>;

type Filled = { database: Buffer; files: Map<string, Buffer> };

let filled: Filled | undefined;

/** Such a portal on SQLite with two files in its folder, filled once for all tests; a third file is lost. */
export async function givenFullPortal() {
  filled ??= await fillOnce();
  const file = path.join(makeTestFolder(), "heard.sqlite");
  writeFileSync(file, filled.database);
  const db = openDatabase({ file });
  onTestFinished(() => db.destroy());
  const { store, folder } = await givenFolderStore();
  for (const [id, bytes] of filled.files)
    writeFileSync(path.join(folder, id), bytes);
  return { db, file, store, ids: [...filled.files.keys()].sort() };
}

async function fillOnce(): Promise<Filled> {
  const { db, file } = openTestFile();
  const { store, folder } = await givenFolderStore();
  const others = await listIds(store);
  await fillEveryTable(db, store);
  await db.destroy();
  const ours = (await listIds(store)).filter((id) => !others.includes(id));
  const bytes = (id: string) => readFileSync(path.join(folder, id));
  return {
    database: readFileSync(file),
    files: new Map(ours.map((id) => [id, bytes(id)])),
  };
}

/**
 * A portal with something in every column of every table: two of each where
 * order matters, rows that point to later ones, and texts that an engine might change.
 */
async function fillEveryTable(db: Db, store: AttachmentStore) {
  await fillStaff(db);
  const call = await givenCall(db);
  await givenResponse(db);
  const one = await givenResponse(db, {
    call,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": "Lighthouses, \u{1F3E0} and \u2028 “quotes” \\ 'so'.",
    },
  });
  const { draft } = await givenDraft(db, { call });
  await givenDraftFile(db, store, { draftId: draft.id });
  const file = { draftId: draft.id, bytes: Buffer.from("A second file.\n") };
  await givenDraftFile(db, store, file);
  await givenCopies(db, store);
  await fillPortal(db, { callId: call.id, responseId: one.responseId });
  await fillReview(db, one.responseId);
  for (const { table, row } of proofRows({ responseId: one.responseId, at }))
    await put(db, table, row);
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: new Date(at),
      actor: { kind: "staff", staffId },
      subject: { kind: "response", id: one.responseId },
      type: "response.triaged",
    }),
  );
  await transactionBesideTurn(db).execute((trx) =>
    replaceSearchText(trx, one.responseId, {
      answers: "Lighthouses and quotes",
      attachments: "A file's own words",
    }),
  );
}

/** One that was made, and one that was not. */
async function givenCopies(db: Db, store: AttachmentStore) {
  const bytes = Buffer.from("A copy.");
  const staged = stageFile(store.stagingFolder, { name: "c.txt", bytes });
  const { publicId } = await store.keep(staged);
  const [first, second] = await db
    .selectFrom("attachments")
    .select("id")
    .orderBy("id")
    .execute();
  await put(db, "attachment_copies", {
    ...{ attachment_id: first?.id ?? 0, state: "made", public_id: publicId },
    ...{ media_type: "text/plain", byte_size: bytes.length, made_at: at },
    sha256: staged.sha256,
  });
  await put(db, "attachment_copies", {
    ...{ attachment_id: second?.id ?? 0, state: "failed", reason: "timed-out" },
    made_at: at,
  });
}

type Portal = { callId: number; responseId: number };

async function fillPortal(db: Db, { callId, responseId }: Portal) {
  await put(db, "clock_sightings", {
    ...{ id: 1, seen_at: at, trusted_at: at, suspected_since: at },
  });
  await put(db, "known_secrets", { id: 1, mark: "a", known_since: at });
  await put(db, "limit_counts", { key: "posts:a", count: 3, ends_at: at });
  const mail = { kind: "resume-code", created_at: at, keep_until: at };
  await put(db, "mails", {
    ...{ id: "m1", masked_to: "z…@r….example", sealed: "abc", ...mail },
  });
  await put(db, "mails", {
    ...{ id: "m2", masked_to: "a…@r….example", refused_at: at, ...mail },
  });
  await put(db, "imports", {
    ...{ id: 7, call_id: callId, file_sha256: hash("file"), row_count: 1 },
    ...{ imported_at: at, state: "done", request_sha256: hash("request") },
    done_to_line: 2,
  });
  await put(db, "import_files", {
    ...{ id: 8, call_id: callId, name: "Briefe “so”.csv", headings: '["a"]' },
    ...{ file_sha256: hash("file"), notices: "[]", row_count: 1, last_line: 2 },
    ...{ uploaded_by: staffId, uploaded_at: at, changed_at: at, map: "{}" },
    ...{ state: "imported", outcome: "{}", asked_by: staffId, import_id: 7 },
  });
  await put(db, "import_file_rows", {
    ...{ import_file_id: 8, line: 2, cells: '["\u{1F3E0}"]' },
  });
  await put(db, "import_enclosures", {
    ...{ id: 3, import_file_id: 8, path: "a.pdf", path_key: "a.pdf" },
    ...{ byte_size: 3, sha256: hash("enclosure"), findings: "{}" },
  });
  await put(db, "import_enclosure_pieces", {
    ...{ enclosure_id: 3, number: 0, content: "YWJj" },
  });
  await put(db, "late_codes", {
    ...{ id: 5, call_id: callId, code_hash: hash("code") },
    ...{ note: "for “Kin”", issued_at: at, used_at: at },
  });
  await change(db, "jobs", {
    ...{ locked_until: at, last_error: "Once", finished_at: at },
  });
  const outcome = JSON.stringify({ en: "We heard “so”." });
  const extensions = JSON.stringify([
    { from: at, to: at, at, decidedBy: "the “Chair”" },
  ]);
  const due = { read_within_days: 20, read_by: "2026-12-24" };
  const times = { opens_at: at, closes_at: at, extensions };
  await change(db, "calls", { ...times, outcome, ...due });
  for (const { table, row } of authoringRows({ callId, staffId, at }))
    await put(db, table, row);
  await put(db, "drafts", {
    ...{ id: 900, public_id: "sent", begun_by: hash("b"), call_id: callId },
    ...{ definition_id: 1, language: "en", late_code_id: 5, row_version: 2 },
    ...{ submitted_response_id: responseId, submitted_at: at },
    ...{ receipt_cleared_at: at, created_at: at, updated_at: at },
    ...{ expires_at: at, resume_code_hash: hash("r"), ...movedDraft },
  });
  await put(db, "equality_counts", {
    ...{ call_id: callId, question_id: "age", value: "under-16", count: 3 },
  });
  await change(db, "draft_pages", { saved_by: "a rendering" });
}

async function fillReview(db: Db, responseId: number) {
  await change(db, "responses", {
    ...{ import_id: 7, assignee_id: staffId, claimed_by: staffId },
    ...{ claim_expires_at: at, safeguarding_flag: 1, words_key: hash("words") },
    group_id: 1,
  });
  await sql`update responses set source_key = reference,
    receipt_code_hash = 'hash of ' || reference`.execute(db);
  await put(db, "held_back", {
    ...{ response_id: responseId, reasons: '["sent-at-once"]', held_at: at },
    ...{ standing: "let-in", decided_by: staffId, decided_at: at },
  });
  await put(db, "attachments", {
    ...{ id: 40, public_id: "5d2f7c36-6a0f-4ef0-9a52-3f2d5b1f0001" },
    ...{ response_id: responseId, question_id: "files", flags: "[]" },
    ...{ original_name: "gone.txt", media_type: "text/plain" },
    ...{ byte_size: 3, sha256: hash("abc"), scan_state: "clean" },
    ...{ scan_detail: "nothing", extraction_state: "done", stored_at: at },
    about: "What we saw",
  });
  await put(db, "attachment_texts", {
    ...{ attachment_id: 40, text: "abc", is_truncated: 0, extracted_at: at },
    confidence: 93,
  });
  const tag = { definition: "", created_by: staffId, created_at: at };
  await put(db, "tags", { id: 2, name: "B", name_key: "b", ...tag });
  // A child that stands before its parent.
  await put(db, "tags", {
    ...{ id: 1, name: "A", name_key: "a", parent_id: 2, retired_at: at },
    ...{ include_note: "i", exclude_note: "e", tint: "#1d70b8" },
    ...{ guid: "6f1b7c1e-0a51-5d5c-9a0e-1d1f6b0c2a01", defined_anew_at: at },
    ...tag,
  });
  for (const { table, row } of codebookRows({ responseId, at, staffId }))
    await put(db, table, row);
  const tagged = { tag_id: 1, tagged_by: staffId, tagged_at: at };
  await put(db, "response_tags", { response_id: responseId, ...tagged });
  const passage = { start_offset: 0, end_offset: 3, quote: "Lig", memo: "m" };
  const { id: answerId } = await db
    .selectFrom("answers")
    .select("id")
    .where("response_id", "=", responseId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  for (const [publicId, where] of [
    ["p1", { answer_id: answerId }],
    ["p2", { attachment_id: 40 }],
  ] as const)
    await put(db, "passages", {
      ...{ public_id: publicId, response_id: responseId },
      ...{ ...where, ...passage, ...tagged },
    });
  await fillRedactions(db, { responseId, answerId });
  await change(db, "project_passages", { answer_id: answerId });
  for (const table of ["answers", "attachments", "passages"])
    await change(db, table, { taken_back_at: at });
  await put(db, "notes", {
    ...{ response_id: responseId, author_id: staffId, body: "Read.\n" },
    written_at: at,
  });
  await fillWork(db, responseId);
}
