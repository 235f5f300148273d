/**
 * The tables that hold what people wrote or did, all of which a backup and a move
 * carry. By name, because another program may have tables in the same PostgreSQL.
 * One that a migration drops stays here: a backup may be of a database from before.
 */
const carriedTables = new Set([
  "answers",
  "attachment_copies",
  "attachment_texts",
  "attachments",
  "call_definitions",
  "calls",
  "clock_sightings",
  "codebook_change_tags",
  "codebook_changes",
  "codebook_moves",
  "codebook_rechecks",
  "draft_answers",
  "draft_holders",
  "draft_pages",
  "drafts",
  "equality_counts",
  "events",
  "held_back",
  "identities",
  "imports",
  "jobs",
  "known_secrets",
  "late_codes",
  "limit_counts",
  "mails",
  "notes",
  "passages",
  "receipt_days",
  "receipt_keys",
  "receipt_leaves",
  "response_counts",
  "response_tags",
  "responses",
  "safeguarding_cases",
  "safeguarding_passings",
  "safeguarding_proposals",
  "skips",
  "staff",
  "staff_credentials",
  "staff_invitations",
  "staff_passkeys",
  "staff_recovery_codes",
  "staff_resets",
  "staff_second_steps",
  "staff_sessions",
  "staff_verifications",
  "tags",
  "unsaved_work",
]);

/** Not so the index of a search, which each engine keeps its own way, and the state of a move itself. */
export function isCarried(table: string): boolean {
  return carriedTables.has(table);
}
