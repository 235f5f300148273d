import type { Insertable, Kysely, Selectable, Transaction } from "kysely";
import type { AuditTables } from "./tables/audit.ts";
import type { JobsTables } from "./tables/jobs.ts";
import type { MailTables } from "./tables/mail.ts";
import type { LimitsTables } from "./tables/limits.ts";
import type { CallsTables } from "./tables/calls.ts";
import type { PortalTables } from "./tables/portal.ts";
import type { AccountsTables } from "./tables/accounts.ts";
import type { AttachmentsTables } from "./tables/attachments.ts";
import type { DraftsTables } from "./tables/drafts.ts";
import type { EqualityTables } from "./tables/equality.ts";
import type { ProofsTables } from "./tables/proofs.ts";
import type { ResponsesTables } from "./tables/responses.ts";
import type { ImportsTables } from "./tables/imports.ts";
import type { EntriesTables } from "./tables/entries.ts";
import type { TriageTables } from "./tables/triage.ts";
import type { TaggingTables } from "./tables/tagging.ts";
import type { RedactionTables } from "./tables/redaction.ts";
import type { BulkTables } from "./tables/bulk.ts";
import type { TeamTables } from "./tables/team.ts";
import type { ExportsTables } from "./tables/exports.ts";
import type { KeepingTables } from "./tables/keeping.ts";

/** Every table, from the file of the area that owns it; in the order of the areas. */
export type HeardSchema = AuditTables &
  JobsTables &
  MailTables &
  LimitsTables &
  CallsTables &
  PortalTables &
  AccountsTables &
  AttachmentsTables &
  DraftsTables &
  EqualityTables &
  ProofsTables &
  ResponsesTables &
  ImportsTables &
  TriageTables &
  TaggingTables &
  RedactionTables &
  BulkTables &
  TeamTables &
  ExportsTables &
  EntriesTables &
  KeepingTables;

export type Db = Kysely<HeardSchema>;
/** What an operation takes when it must be part of its caller's transaction. */
export type Trx = Transaction<HeardSchema>;
export type Row<Table extends keyof HeardSchema> = Selectable<
  HeardSchema[Table]
>;
export type NewRow<Table extends keyof HeardSchema> = Insertable<
  HeardSchema[Table]
>;
