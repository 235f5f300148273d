import { areaOf } from "./area-of.ts";
import type { TableLine } from "./table-lines.ts";

export const door = "app/domain/responses/visible-responses.queries.server.ts";
const intake = "app/domain/responses/intake.queries.server.ts";

/** Which area writes a table: no other does. `app/db` is the search index's own. */
export const owners: Record<string, string> = {
  events: "audit",
  jobs: "jobs",
  mails: "mail",
  limit_counts: "limits",
  clock_sightings: "jobs",
  calls: "calls",
  call_definitions: "calls",
  definition_drafts: "calls",
  definition_draft_parts: "calls",
  call_tellings: "calls",
  preview_links: "calls",
  opening_proposals: "calls",
  bank_questions: "calls",
  bank_question_versions: "calls",
  own_pages: "portal",
  portal_settings: "portal",
  logos: "portal",
  own_page_versions: "portal",
  published_alone: "calls",
  staff: "accounts",
  staff_groups: "accounts",
  staff_group_members: "accounts",
  staff_sessions: "accounts",
  staff_credentials: "accounts",
  staff_verifications: "accounts",
  staff_second_steps: "accounts",
  staff_passkeys: "accounts",
  staff_provider_links: "accounts",
  staff_recovery_codes: "accounts",
  staff_invitations: "team",
  staff_resets: "team",
  attachments: "attachments",
  attachment_texts: "attachments",
  attachment_copies: "attachments",
  drafts: "drafts",
  draft_answers: "drafts",
  draft_holders: "drafts",
  draft_pages: "drafts",
  late_codes: "drafts",
  equality_counts: "equality",
  receipt_keys: "proofs",
  receipt_days: "proofs",
  receipt_leaves: "proofs",
  responses: "responses",
  response_counts: "responses",
  held_back: "responses",
  answers: "responses",
  identities: "responses",
  skips: "responses",
  safeguarding_cases: "responses",
  safeguarding_passings: "responses",
  safeguarding_proposals: "responses",
  imports: "imports",
  import_files: "imports",
  import_file_rows: "imports",
  import_enclosures: "imports",
  import_enclosure_pieces: "imports",
  entries: "entries",
  received_emails: "entries",
  received_email_pieces: "entries",
  notes: "triage",
  saved_views: "triage",
  tags: "tagging",
  response_tags: "tagging",
  unsaved_work: "tagging",
  bulk_actions: "bulk",
  bulk_items: "bulk",
  passages: "tagging",
  codebook_changes: "tagging",
  codebook_change_tags: "tagging",
  codebook_moves: "tagging",
  codebook_rechecks: "tagging",
  project_files: "tagging",
  project_passages: "tagging",
  redactions: "redaction",
  redactions_anew: "redaction",
  redaction_looks: "redaction",
  exports: "exports",
  moves: "keeping",
  known_secrets: "keeping",
  response_search: "app/db",
  response_search_parts: "app/db",
  answer_search: "app/db",
  note_search: "app/db",
};

const nameBesideAnId = "the name of whoever did it, beside their id";

/** Where an area reads another's table in a statement of its own, and why it cannot ask the owner. */
export const readsOfOthers: Record<string, Record<string, string>> = {
  staff: {
    audit: nameBesideAnId,
    responses: nameBesideAnId,
    triage: nameBesideAnId,
    tagging: nameBesideAnId,
    redaction: nameBesideAnId,
    bulk: nameBesideAnId,
    team: nameBesideAnId,
    exports: nameBesideAnId,
    entries: nameBesideAnId,
    portal: nameBesideAnId,
  },
  staff_groups: {
    responses: nameBesideAnId,
    bulk: nameBesideAnId,
  },
  events: {
    responses:
      "an import is undone only where nobody has worked on what came in with it",
    triage: "the queue is filtered by who decided where it is selected",
    ledger:
      "the ledger is what the events tell, gone through from the first to the last",
    exports:
      "a file is not handed out where the log tells that something in it was taken back since",
  },
  attachments: {
    triage: "the queue is filtered by files where it is selected",
    tagging: "a passage is told with the name of the file that it stands in",
    exports: "a passage is told with the question that its file was sent for",
    redaction: "a file that its sender took back is not there to be withheld",
  },
  imports: {
    "app/db": "the door leaves out what has not arrived, in its one condition",
  },
  answers: {
    triage: "the queue is filtered by an answer where it is selected",
    redaction: "a redaction is told in the units of the words it stands in",
    tagging:
      "what is tagged is found by who speaks, by consent and by question where it is selected",
  },
  redactions: {
    responses:
      "what is withheld from a reader is withheld where the words are read, before the area that redacts",
    tagging:
      "a passage is not found by words that its reader does not see, where it is selected",
    triage: "the queue is filtered by redactions where it is selected",
    "app/db": "no phrase is looked for in an answer that has words redacted",
  },
  redaction_looks: {
    triage: "the queue is filtered by redactions where it is selected",
  },
  notes: {
    responses: "what the team wrote is indexed with the response",
  },
  passages: {
    responses: "what the team wrote is indexed with the response",
    triage: "the queue is filtered by tag where it is selected",
    exports: "what leaves is read in one walk over hundreds of responses",
  },
  skips: {
    triage:
      "what somebody skipped is left out where the next of a list is selected",
  },
  drafts: {
    attachments:
      "a file is kept in the transaction in which its draft is found unsent",
  },
  held_back: {
    ledger: "what is held back is counted with what is not",
  },
  response_tags: {
    triage: "the queue is filtered by tag where it is selected",
    responses:
      "whether a response is tagged is asked by the queue and the ledger alike",
    exports: "what leaves is read in one walk over hundreds of responses",
  },
  codebook_changes: {
    triage: "a tag that is searched for may have become another",
  },
  tags: {
    triage:
      "the queue and the history name tags, and tagging comes after triage",
  },
};

type TableRule = { rule: string; isBroken: (line: TableLine) => boolean };

export const roomOf = ({ file }: TableLine) =>
  areaOf(file) ?? /^app\/[^/]+/.exec(file)?.[0] ?? file;

export const tableRules: TableRule[] = [
  {
    rule: "a statement stands in the queries of an area, or in app/db",
    isBroken: ({ file }) =>
      !file.endsWith(".queries.server.ts") && !file.startsWith("app/db/"),
  },
  {
    rule: "responses are selected through the door, or by the intake",
    isBroken: (line) =>
      line.table === "responses" &&
      line.does === "reads" &&
      ![door, intake].includes(line.file),
  },
  {
    rule: "a table is written by the area that owns it",
    isBroken: (line) =>
      line.does === "writes" && owners[line.table] !== roomOf(line),
  },
  {
    rule: "a table of another area is read only where a reason is written down",
    isBroken: (line) =>
      line.does === "reads" &&
      line.table in owners &&
      owners[line.table] !== roomOf(line) &&
      readsOfOthers[line.table]?.[roomOf(line)] === undefined,
  },
];

/** The names of the rules that a statement breaks by the tables it names. */
export function brokenTableRules(line: TableLine): string[] {
  return tableRules
    .filter((rule) => rule.isBroken(line))
    .map(({ rule }) => rule);
}
