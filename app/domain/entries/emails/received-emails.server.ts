import { createHash } from "node:crypto";
import type { Db, Trx } from "#app/db/schema.ts";
import type { StaffMember } from "../../accounts/accounts.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import { packBytes } from "../../files/packed-bytes.server.ts";
import type {
  EmailFacts,
  LeavingOutReason,
  ReadEmail,
  ReceivedEmail,
} from "./received-emails.ts";
import {
  countEmailsIn,
  deleteEmails,
  type EmailRow,
  insertEmail,
  insertPieces,
  selectEmail,
  selectEmailsIn,
  updateEmailState,
} from "./received-emails.queries.server.ts";

const piecesInTransaction = 4;

type Bringing = { callId: number; actor: StaffMember; now: Date };

/** Keeps emails that were read of a file, each as it came, for a person to look at. @returns their ids. */
export async function keepEmails(
  db: Db,
  emails: ReadEmail[],
  of: Bringing,
): Promise<number[]> {
  const ids: number[] = [];
  for (const email of emails) ids.push(await keepEmail(db, email, of));
  return ids;
}

/** In short transactions, so that a large one holds nobody up; nobody sees it before it is whole. */
async function keepEmail(
  db: Db,
  email: ReadEmail,
  of: Bringing,
): Promise<number> {
  const pieces = await packBytes(email.bytes);
  let emailId = 0;
  for (let at = 0; at < pieces.length; at += piecesInTransaction) {
    const batch = pieces.slice(at, at + piecesInTransaction);
    await db.transaction().execute(async (trx) => {
      if (at === 0) emailId = await insertEmail(trx, rowOf(email, of));
      await insertPieces(
        trx,
        batch.map((content, index) => ({
          ...{ email_id: emailId, number: at + index, content },
        })),
      );
      if (at + batch.length === pieces.length) await arrive(trx, emailId, of);
    });
  }
  return emailId;
}

function rowOf({ format, bytes, messageId, facts }: ReadEmail, of: Bringing) {
  const sha256 = hash(bytes);
  return {
    ...{ call_id: of.callId, format, byte_size: bytes.length, sha256 },
    message_key: messageId === "" ? sha256 : hash(messageId),
    facts: JSON.stringify(facts),
    brought_by: of.actor.staffId,
    brought_at: of.now.toISOString(),
  };
}

function hash(of: Uint8Array | string): string {
  return createHash("sha256").update(of).digest("hex");
}

async function arrive(trx: Trx, emailId: number, of: Bringing) {
  const set = { state: "waiting" } as const;
  await updateEmailState(trx, { emailId, from: "arriving", set });
  await record(trx, { ...of, emailId, type: "call.email-brought" });
}

async function record(
  trx: Trx,
  of: Bringing & { emailId: number; type: string },
) {
  await recordEvent(trx, {
    at: of.now,
    actor: { kind: "staff", staffId: of.actor.staffId },
    subject: { kind: "call", id: of.callId },
    type: of.type,
    details: { emailId: of.emailId },
  });
}

export const mostEmailsListed = 100;

/** Emails that wait, the first that came first, and the newest that were left out; at most 100 of each. */
export async function listReceivedEmails(db: Db): Promise<{
  waiting: ReceivedEmail[];
  waitingCount: number;
  leftOut: ReceivedEmail[];
}> {
  const limit = mostEmailsListed;
  const waiting = await selectEmailsIn(db, {
    ...{ state: "waiting", limit, order: "asc" },
  });
  const leftOut = await selectEmailsIn(db, {
    ...{ state: "left-out", limit, order: "desc" },
  });
  return {
    waiting: waiting.map(readEmail),
    waitingCount: await countEmailsIn(db, "waiting"),
    leftOut: leftOut.map(readEmail),
  };
}

/** @returns undefined where there is none of that number. */
export async function findReceivedEmail(
  db: Db,
  emailId: number,
): Promise<ReceivedEmail | undefined> {
  const row = await selectEmail(db, emailId);
  return row && readEmail(row);
}

/** What a row says, once for everybody who reads one. */
export function readEmail(row: EmailRow): ReceivedEmail {
  return {
    emailId: row.id,
    callId: row.call_id,
    format: row.format,
    byteSize: row.byte_size,
    broughtBy: row.brought_by,
    broughtAt: row.brought_at,
    state: row.state,
    reason: row.reason ?? undefined,
    facts:
      row.facts === null ? undefined : (JSON.parse(row.facts) as EmailFacts),
    responseId: row.response_id ?? undefined,
    isTwice: Boolean(Number(row.is_twice)),
  };
}

type Settling = { emailId: number; actor: StaffMember; now: Date };

/** Says that an email is no answer to the call. It stays, with the reason, until it is deleted. @returns false where it waits no more. */
export async function leaveEmailOut(
  db: Db,
  { emailId, actor, now, reason }: Settling & { reason: LeavingOutReason },
): Promise<boolean> {
  const at = now.toISOString();
  return settle(db, { emailId, actor, now }, "call.email-left-out", {
    from: "waiting",
    set: {
      ...{ state: "left-out", reason },
      ...{ settled_by: actor.staffId, settled_at: at },
    },
  });
}

/** Puts one that was left out back with those that wait. @returns false where it is left out no more. */
export async function putEmailBack(
  db: Db,
  settling: Settling,
): Promise<boolean> {
  return settle(db, settling, "call.email-put-back", {
    from: "left-out",
    set: { state: "waiting", reason: null, settled_by: null, settled_at: null },
  });
}

async function settle(
  db: Db,
  { emailId, actor, now }: Settling,
  type: string,
  change: Omit<Parameters<typeof updateEmailState>[1], "emailId">,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await selectEmail(trx, emailId);
    if (!row) return false;
    if (!(await updateEmailState(trx, { emailId, ...change }))) return false;
    await record(trx, { callId: row.call_id, actor, now, emailId, type });
    return true;
  });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** An email that was left out is deleted so long after. */
export const keepsLeftOutDays = 30;

/** Deletes what was left out long ago, and what never arrived whole. @returns how many. */
export async function deleteOldEmails(db: Db, now: Date): Promise<number> {
  const ago = (days: number) =>
    new Date(now.getTime() - days * dayMilliseconds).toISOString();
  const unfinished = await deleteEmails(db, {
    ...{ state: "arriving", since: "brought_at", before: ago(1) },
  });
  const leftOut = await deleteEmails(db, {
    ...{
      state: "left-out",
      since: "settled_at",
      before: ago(keepsLeftOutDays),
    },
  });
  return unfinished + leftOut;
}
