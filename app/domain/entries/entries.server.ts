import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Call } from "../calls/calls.server.ts";
import type { Answers } from "../calls/definition.ts";
import { londonDay } from "../calls/london-time.ts";
import { parsePage, type ParsedPage } from "../calls/parse-page.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { normaliseCode } from "../drafts/codes.ts";
import { receiveResponse } from "../responses/intake.server.ts";
import {
  hashReceiptCode,
  receiptCodeOf,
} from "../responses/receipts.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import {
  type Withheld,
  withheldFrom,
} from "../responses/withheld-words.server.ts";
import { claimEmail, tieEmail } from "./emails/entering.server.ts";
import { type Entry, type EntryChannel, questionsToKey } from "./entries.ts";
import {
  type EntryRow,
  insertEntry,
  selectChecked,
  selectEntry,
  selectUnchecked,
  updateChecked,
} from "./entries.queries.server.ts";

type Keying = {
  call: Call;
  channel: EntryChannel;
  receivedAt: Date;
  /** As the fields of the questions sent them. */
  typed: Answers;
  /** There is a scan, which says what was not keyed. */
  hasScan: boolean;
  /** The email that it is keyed in from, which waits until then. */
  emailId?: number;
  actor: StaffMember;
  /** Keys the receipt code and its hash. */
  secret: string;
  messages: QuestionMessages;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

export type KeyingOutcome =
  | { ok: true; responseId: number; reference: string }
  | {
      ok: false;
      /** `settled`: a colleague has taken the email in, or left it out. */
      reason: "not-allowed" | "call-archived" | "no-answer" | "settled";
    }
  | ({ ok: false; reason: "unfit" } & Pick<
      ParsedPage,
      "problems" | "wrongParts"
    >);

/**
 * Takes in what came by another way than the form: it joins the queue at once,
 * with its channel and the day on which it came, and waits for a second person
 * to read it beside what it was keyed from. Its sender gets a receipt code, by letter.
 */
export async function enterForSender(
  db: Db,
  keying: Keying,
): Promise<KeyingOutcome> {
  const { call, actor, now, messages } = keying;
  if (!may(actor, "enter-responses"))
    return { ok: false, reason: "not-allowed" };
  if (call.state === "archived") return { ok: false, reason: "call-archived" };
  const questions = questionsToKey(call.definition);
  const reading = { language: "en" as const, messages, today: londonDay(now) };
  const page = { id: "entry", questions };
  const { answers, ...faults } = parsePage(page, keying.typed, reading);
  if (Object.keys(faults.problems).length > 0)
    return { ok: false, reason: "unfit", ...faults };
  const isEmpty = Object.values(answers).every((value) => value === undefined);
  if (isEmpty && !keying.hasScan) return { ok: false, reason: "no-answer" };
  return db.transaction().execute((trx) => receive(trx, keying, answers));
}

async function receive(
  trx: Trx,
  keying: Keying,
  answers: Answers,
): Promise<KeyingOutcome> {
  const { call, now, actor, secret, randomBytes, emailId } = keying;
  const { staffId } = actor;
  const settling = { staffId, at: now.toISOString() };
  if (
    emailId !== undefined &&
    !(await claimEmail(trx, { emailId, ...settling }))
  )
    return { ok: false, reason: "settled" };
  const seed = randomBytes(16).toString("hex");
  const { responseId, reference } = await receiveResponse(trx, {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en",
    channel: keying.channel,
    answers,
    receivedAt: keying.receivedAt,
    recordedAt: now,
    actor: { kind: "staff", staffId },
    receiptCodeHash: hashReceiptCode(secret, codeOf(secret, seed)),
    randomBytes,
  });
  await insertEntry(trx, {
    response_id: responseId,
    receipt_seed: seed,
    keyed_by: staffId,
    keyed_at: settling.at,
  });
  if (emailId !== undefined) await tieEmail(trx, { emailId, responseId });
  return { ok: true, responseId, reference };
}

function codeOf(secret: string, seed: string): string {
  const code = normaliseCode(receiptCodeOf(secret, `entry:${seed}`));
  if (!code) throw new Error("A receipt code that cannot be read back");
  return code;
}

const mostListed = 100;

/** Entries that wait for a second person, and the newest that had one; at most 100 of each. */
export async function listEntries(
  db: Db,
  viewer: Viewer,
): Promise<{ unchecked: Entry[]; checked: Entry[] }> {
  const unchecked = await selectUnchecked(db, viewer, mostListed);
  const checked = await selectChecked(db, viewer, mostListed);
  const ids = [...unchecked, ...checked].map(({ id }) => id);
  const withheld = await withheldFrom(db, viewer, ids);
  const listed = (row: EntryRow) => toEntry(row, withheld);
  return { unchecked: unchecked.map(listed), checked: checked.map(listed) };
}

/** @returns undefined where nothing of that name was keyed in, or the viewer does not see it. */
export async function findEntry(
  db: Db,
  of: { viewer: Viewer } & ({ reference: string } | { responseId: number }),
): Promise<Entry | undefined> {
  const row = await selectEntry(db, of.viewer, of);
  return row && toEntry(row, await withheldFrom(db, of.viewer, [row.id]));
}

function toEntry(row: EntryRow, withheld: Withheld): Entry {
  return {
    responseId: row.id,
    reference: row.reference,
    callId: row.call_id,
    channel: row.channel,
    receivedAt: row.received_at,
    excerpt: withheld.hideInExcerpt(row.id, row.excerpt),
    keyedBy: row.keyed_by,
    keyedByName: row.keyer_name,
    keyedAt: row.keyed_at,
    checkedByName: row.checker_name ?? undefined,
    checkedAt: row.checked_at ?? undefined,
  };
}

export type CheckOutcome =
  | { ok: true }
  | { ok: false; reason: "not-allowed" | "not-found" | "own" | "checked" };

/** Says that somebody else has read an entry beside what it was keyed from. */
export async function checkEntry(
  db: Db,
  check: { reference: string; actor: StaffMember; now: Date },
): Promise<CheckOutcome> {
  const { reference, actor, now } = check;
  if (!may(actor, "enter-responses"))
    return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const row = await selectEntry(trx, actor, { reference });
    if (!row) return { ok: false, reason: "not-found" };
    if (row.keyed_by === actor.staffId) return { ok: false, reason: "own" };
    const isChecked = await updateChecked(trx, {
      responseId: row.id,
      by: actor.staffId,
      at: now.toISOString(),
    });
    if (!isChecked) return { ok: false, reason: "checked" };
    await record(trx, row, { ...check, type: "response.entry-checked" });
    return { ok: true };
  });
}

async function record(
  trx: Trx,
  row: EntryRow,
  of: { type: string; actor: StaffMember; now: Date },
) {
  await recordEvent(trx, {
    at: of.now,
    actor: { kind: "staff", staffId: of.actor.staffId },
    subject: { kind: "response", id: row.id },
    type: of.type,
  });
}

/**
 * The receipt code of an entry, for a letter to its sender; that it was opened is
 * written down. Only for whoever keyed it in, and those who may know who sent it:
 * with the code anybody may change it or take it back.
 */
export async function openLetter(
  db: Db,
  open: { reference: string; actor: StaffMember; secret: string; now: Date },
): Promise<{ entry: Entry; receiptCode: string } | undefined> {
  const { reference, actor, secret } = open;
  return db.transaction().execute(async (trx) => {
    const row = await selectEntry(trx, actor, { reference });
    if (!row || !mayOpenLetter(actor, row.keyed_by)) return undefined;
    await record(trx, row, { ...open, type: "response.letter-opened" });
    const receiptCode = receiptCodeOf(secret, `entry:${row.receipt_seed}`);
    const withheld = await withheldFrom(trx, actor, [row.id]);
    return { entry: toEntry(row, withheld), receiptCode };
  });
}

/** Whether somebody may have the receipt code of what a colleague keyed in. */
export function mayOpenLetter(actor: StaffMember, keyedBy: string): boolean {
  return actor.staffId === keyedBy || may(actor, "read-identity");
}
