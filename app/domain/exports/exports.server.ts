import type { Db, Row } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { may } from "../accounts/permissions.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findCallBySlug, selectAllCalls } from "../calls/calls.server.ts";
import { inLanguage } from "../calls/languages.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import {
  readSearchOfCall,
  selectListedIds,
} from "../triage/listed-ids.server.ts";
import type { QueueProblem } from "../triage/queue-problem.ts";
import {
  type ExportFormat,
  type ExportKind,
  type ExportReason,
  isReasonOfKind,
  type LeftOutCounts,
  type ListedExport,
  maxProjectResponses,
} from "./exports.ts";
import {
  insertExport,
  selectNewestExports,
  updateToCancelled,
} from "./exports.queries.server.ts";

type Asked = {
  callSlug: string;
  search: string;
  kind: ExportKind;
  format: ExportFormat;
  reason: ExportReason;
  actor: Pick<StaffMember, "staffId" | "role">;
  now: Date;
};

export type AskOutcome =
  | { ok: true; exportId: number }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "no-call" | "reason-of-kind" }
  /** The search finds nothing, or more than a file of this format holds. */
  | { ok: false; reason: "nothing" | "too-many" }
  | { ok: false; reason: "search"; problems: QueueProblem[] };

/**
 * Leaves a file to be made of what a search finds among a call's responses. It is
 * written down who asked, for which kind of use and why.
 */
export async function askForExport(db: Db, asked: Asked): Promise<AskOutcome> {
  const { actor, callSlug, search, kind, format, reason, now } = asked;
  if (!may(actor, "take-out-passages"))
    return { ok: false, reason: "not-allowed" };
  if (!isReasonOfKind(reason, kind))
    return { ok: false, reason: "reason-of-kind" };
  const call = await findCallBySlug(db, callSlug);
  if (!call) return { ok: false, reason: "no-call" };
  const found = await readSearchOfCall(db, { viewer: actor, ...asked });
  const { conditions, problems, isEmpty } = found;
  if (problems.length > 0) return { ok: false, reason: "search", problems };
  const most = format === "qdpx" ? maxProjectResponses : 0;
  const ids = isEmpty ? [] : await selectListedIds(db, conditions, most + 1);
  if (ids.length === 0) return { ok: false, reason: "nothing" };
  if (most > 0 && ids.length > most) return { ok: false, reason: "too-many" };
  const at = now.toISOString();
  return db.transaction().execute(async (trx) => {
    const exportId = await insertExport(trx, {
      ...{ call_id: call.id, search, kind, format, reason },
      ...{ asked_by: actor.staffId, asked_at: at, touched_at: at },
      ...{ failure: null, total_count: null, since_event: null },
      ...{ file_name: null, byte_size: null, left_out: null },
      ...{ finished_at: null, expires_at: null },
    });
    await enqueueJob(trx, { kind: "export.make", payload: { exportId }, now });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      subject: { kind: "call", id: call.id },
      type: "export.asked-for",
      details: { exportId, kind, format, reason, isAll: search === "" },
    });
    return { ok: true, exportId };
  });
}

/** @returns false where it is made or over already. A run that is at it ends within a second and leaves no file. */
export async function cancelExport(
  db: Db,
  of: { exportId: number; actor: Pick<StaffMember, "staffId">; now: Date },
): Promise<boolean> {
  const { exportId, actor, now } = of;
  return db.transaction().execute(async (trx) => {
    const at = now.toISOString();
    if (!(await updateToCancelled(trx, { exportId, at }))) return false;
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      subject: { kind: "staff" },
      type: "export.cancelled",
      details: { exportId },
    });
    return true;
  });
}

const listedExports = 100;

/** The newest 100, whoever asked for them. */
export async function selectExports(db: Db): Promise<ListedExport[]> {
  const rows = await selectNewestExports(db, listedExports);
  const calls = await selectAllCalls(db);
  const titles = new Map(
    calls.map(({ id, definition }) => [id, inLanguage(definition.title, "en")]),
  );
  return rows.map((row) => ({
    exportId: row.id,
    callTitle: titles.get(row.call_id) ?? "",
    search: row.search,
    kind: row.kind,
    format: row.format,
    reason: row.reason,
    askedBy: row.askedBy,
    askedAt: row.asked_at,
    state: row.state,
    failure: row.failure,
    doneCount: row.done_count,
    totalCount: row.total_count,
    byteSize: row.byte_size,
    leftOut: leftOutOf(row),
    expiresAt: row.expires_at,
  }));
}

function leftOutOf({
  left_out: text,
}: Pick<Row<"exports">, "left_out">): LeftOutCounts | undefined {
  // Written by `makeExport`, and by nothing else.
  return text === null ? undefined : (JSON.parse(text) as LeftOutCounts);
}
