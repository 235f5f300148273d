import type { Db, Trx } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import { may } from "../accounts/permissions.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import {
  countHeldBackByStanding,
  type HeldBackRow,
  insertHeldBack,
  selectHeldBackByReference,
  selectHeldBackByStanding,
  updateStanding,
} from "./held-back.queries.server.ts";
import {
  type HeldBackDecision,
  heldBackDecisions,
  type HeldBackResponse,
  type HeldBackStanding,
  heldBackSteps,
  type HoldingReason,
  holdingReasons,
} from "./held-back.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { selectAnswers } from "./intake.queries.server.ts";
import { recordReading } from "./readings.server.ts";
import { readQuestionLabels } from "./review.server.ts";
import { selectWhetherHeldBack } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";
import { isWithdrawn } from "./withdrawal.ts";

/** Holds back a response that has just come in, in the transaction in which it did: from then on the door of the team's leaves it out. */
export async function holdBack(
  trx: Trx,
  held: { responseId: number; reasons: HoldingReason[]; now: Date },
): Promise<void> {
  const { responseId, reasons, now } = held;
  await insertHeldBack(trx, {
    response_id: responseId,
    reasons: JSON.stringify(reasons),
    held_at: now.toISOString(),
  });
  await recordEvent(trx, {
    at: now,
    actor: { kind: "system" },
    subject: { kind: "response", id: responseId },
    type: "response.held-back",
    details: { reasons },
  });
}

export const heldBackPageRows = 25;

/** @param of.page from 1. */
export async function selectHeldBackPage(
  db: Db,
  of: { viewer: Viewer; standing: HeldBackStanding; page: number },
): Promise<HeldBackResponse[]> {
  const rows = await selectHeldBackByStanding(db, of.viewer, {
    standing: of.standing,
    limit: heldBackPageRows,
    offset: (of.page - 1) * heldBackPageRows,
  });
  return rows.map(toHeldBack);
}

/** How many stand where, of a call or of all; a standing of none is left out. */
export async function countHeldBack(
  db: Db,
  viewer: Viewer,
  callId?: number,
): Promise<Map<HeldBackStanding, number>> {
  return countHeldBackByStanding(db, viewer, callId);
}

/**
 * The names of those who decide about the response of a reference.
 *
 * @returns undefined where none is held back, or the viewer may not know.
 */
export async function findWhoDecides(
  db: Db,
  asked: { reference: string; viewer: Viewer },
): Promise<string[] | undefined> {
  const { reference, viewer } = asked;
  if (!(await selectWhetherHeldBack(db, viewer, reference))) return undefined;
  const team = await selectActiveStaff(db);
  return team
    .filter((member) => may(member, "decide-held-back"))
    .map(({ name }) => name);
}

export type HeldBackWords = { label: string; text: string }[];

/**
 * One of them with its words, which is written down as a reading. The words of
 * one that its sender took back are closed, and nothing is read. Undefined where
 * none of this reference was held back, or not for this viewer.
 */
export async function openHeldBack(
  db: Db,
  open: { reference: string; staff: StaffMember; now: Date },
): Promise<{ response: HeldBackResponse; words: HeldBackWords } | undefined> {
  const { reference, staff, now } = open;
  const row = await selectHeldBackByReference(db, staff, reference);
  if (!row) return undefined;
  const response = toHeldBack(row);
  if (isWithdrawn(response)) return { response, words: [] };
  const { staffId } = staff;
  await recordReading(db, { responseId: row.id, staffId, now });
  return { response, words: await readWords(db, row) };
}

async function readWords(db: Db, row: HeldBackRow): Promise<HeldBackWords> {
  const definition = await findDefinition(db, row.definition_id);
  const labels = await readQuestionLabels(db, definition, {
    responseId: row.id,
    answersVersion: row.current_version,
    language: row.language,
  });
  const answers = await selectAnswers(db, row);
  return answers.map(({ question_id, text }) => ({
    label: labels.get(question_id) ?? question_id,
    text,
  }));
}

export type HeldBackOutcome =
  | { ok: true; standing: HeldBackStanding }
  | { ok: false; reason: "not-allowed" | "not-found" | "too-late" };

const eventTypes = {
  "let-in": "response.let-in",
  "keep-out": "response.kept-out",
  undo: "response.held-back-again",
} as const satisfies Record<HeldBackDecision, string>;

/**
 * Lets a response in, keeps it out, or undoes what was decided. Nothing is
 * deleted, whatever is decided, and letting in stays open to what was kept out.
 *
 * @returns `too-late` where a colleague has decided meanwhile, or somebody works
 * on what was let in; `not-found` where no response of this reference was held back.
 */
export async function decideHeldBack(
  db: Db,
  decided: {
    reference: string;
    decision: HeldBackDecision;
    actor: StaffMember;
    now: Date;
  },
): Promise<HeldBackOutcome> {
  const { reference, decision, actor, now } = decided;
  if (!may(actor, "decide-held-back"))
    return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const row = await selectHeldBackByReference(trx, actor, reference);
    if (!row) return { ok: false, reason: "not-found" };
    const standing = heldBackSteps[row.standing][decision];
    if (!standing || !decisionsOf(row).includes(decision))
      return { ok: false, reason: "too-late" };
    const isOpen = standing === "waiting";
    await updateStanding(trx, row.id, {
      standing,
      decided_by: isOpen ? null : actor.staffId,
      decided_at: isOpen ? null : now.toISOString(),
    });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      subject: { kind: "response", id: row.id },
      type: eventTypes[decision],
    });
    // Whether its words stand for others' hangs on it.
    const payload = { responseId: row.id };
    await enqueueJob(trx, { kind: "response.index", payload, now });
    return { ok: true, standing };
  });
}

function decisionsOf(row: HeldBackRow): HeldBackDecision[] {
  const isWorkedOn =
    row.state !== "received" ||
    row.claimed_by !== null ||
    row.assignee_id !== null ||
    row.group_id !== null;
  if (row.standing === "let-in" && isWorkedOn) return [];
  return heldBackDecisions.filter(
    (decision) => heldBackSteps[row.standing][decision] !== undefined,
  );
}

function toHeldBack(row: HeldBackRow): HeldBackResponse {
  const reasons: unknown = JSON.parse(row.reasons);
  return {
    responseId: row.id,
    reference: row.reference,
    callId: row.call_id,
    definitionId: row.definition_id,
    answersVersion: row.current_version,
    receivedAt: row.received_at,
    state: row.state,
    excerpt: isWithdrawn(row) ? "" : row.excerpt,
    wordCount: row.word_count,
    attachmentCount: row.attachment_count,
    reasons: holdingReasons.filter(
      (reason) => Array.isArray(reasons) && reasons.includes(reason),
    ),
    standing: row.standing,
    decisions: decisionsOf(row),
  };
}
