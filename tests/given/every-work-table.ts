import { fillCases } from "./case-rows.ts";
import type { Db } from "#app/db/schema.ts";
import { secondStaffId, staffId } from "./every-staff-table.ts";
import { exportRows } from "./export-rows.ts";
import { at, put } from "./rows.ts";

/** Something in every column of what somebody has in hand beside a response. */
export async function fillWork(db: Db, responseId: number) {
  await put(db, "bulk_actions", {
    ...{ id: 3, made_by: staffId, kind: "assign", standing: "done" },
    ...{ search: "/review/queue", details: '{"people":[]}', made_at: at },
    ...{ started_at: at, ended_at: at },
  });
  await put(db, "bulk_items", {
    ...{ action_id: 3, response_id: responseId, row_version: 1 },
    ...{ assignee_id: staffId, outcome: "done", undone: "changed" },
    ...{ before_it: "{}", group_id: 1 },
  });
  await put(db, "saved_views", {
    ...{ owner_id: staffId, name: "B", name_key: "b", is_shared: 1 },
    ...{ q: "view:a", sort: "newest", saved_at: at, changed_at: at },
  });
  for (const row of exportRows({ callId: 1, at, staffId }))
    await put(db, "exports", row);
  await put(db, "identities", {
    ...{ response_id: responseId, question_id: "name", value: '"Ada"' },
    person_key: "a hash of the call and an address",
  });
  await put(db, "entries", {
    ...{ response_id: responseId, receipt_seed: "a", keyed_by: staffId },
    ...{ keyed_at: at, checked_by: secondStaffId, checked_at: at },
  });
  await put(db, "received_emails", {
    ...{ id: 6, call_id: 1, format: "eml", byte_size: 3, sha256: "a" },
    ...{ message_key: "b", facts: "{}", brought_by: staffId, brought_at: at },
    ...{ state: "left-out", reason: "twice", settled_by: staffId },
    ...{ settled_at: at, response_id: responseId },
  });
  await put(db, "received_email_pieces", {
    ...{ email_id: 6, number: 0, content: "YWJj" },
  });
  await put(db, "redaction_looks", {
    ...{ response_id: responseId, answers_version: 1 },
    ...{ looked_by: staffId, looked_at: at },
  });
  await put(db, "skips", {
    ...{ staff_id: staffId, response_id: responseId, reason: "language" },
    skipped_at: at,
  });
  await fillCases(db, responseId);
  await put(db, "unsaved_work", {
    ...{ staff_id: staffId, response_id: responseId, fields: "{}" },
    kept_at: at,
  });
}

/** One of words, and one of a file. */
export async function fillRedactions(
  db: Db,
  { responseId, answerId }: { responseId: number; answerId: number },
) {
  await put(db, "redactions", {
    ...{ public_id: "r1", response_id: responseId, answer_id: answerId },
    ...{ start_offset: 0, end_offset: 3, reason: "name", state: "approved" },
    ...{ proposed_by: staffId, proposed_at: at },
    ...{ decided_by: secondStaffId, decided_at: at },
  });
  await put(db, "redactions", {
    ...{ public_id: "r2", response_id: responseId, attachment_id: 40 },
    ...{ start_offset: 0, end_offset: 0, reason: "other" },
    ...{ proposed_by: staffId, proposed_at: at },
  });
}
