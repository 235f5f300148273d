import type { Db, Trx } from "#app/db/schema.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import {
  type Letter,
  type MailKind,
  maskAddress,
  type OutboxLetter,
  refusedMailDays,
  staffMailKinds,
  type WaitingMail,
} from "./mail.ts";
import {
  deleteMail,
  deleteMailsUntil,
  insertMail,
  selectNewestMails,
  selectSealedMail,
  selectSealedMailsOf,
  setMailRefused,
} from "./mail.queries.server.ts";
import { openLetter, sealLetter } from "./seal.server.ts";
import type { SendMail } from "./smtp.server.ts";

type Posting = {
  kind: MailKind;
  letter: Letter;
  /** It is sent before this or not at all. */
  sendBefore: Date;
  secret: string;
  now: Date;
  randomBytes: (count: number) => Buffer;
  /** False where there is no server to send it: it waits, and nothing tries. */
  canSend?: boolean;
};

/**
 * Leaves a mail to be sent, in the transaction of what asks for it. It waits
 * sealed (docs/decisions/251), and nothing in its row or its job says what it is about.
 */
export async function postMail(trx: Trx, posting: Posting): Promise<void> {
  const { kind, letter, sendBefore, secret, now, randomBytes } = posting;
  const { canSend = true } = posting;
  const mailId = randomBytes(16).toString("hex");
  await insertMail(trx, {
    id: mailId,
    kind,
    masked_to: maskAddress(letter.to),
    sealed: sealLetter(letter, { secret, mailId, randomBytes }),
    refused_at: null,
    created_at: now.toISOString(),
    keep_until: sendBefore.toISOString(),
  });
  if (canSend)
    await enqueueJob(trx, { kind: "mail.send", payload: { mailId }, now });
}

/**
 * Sends a mail that waits, and deletes it. Cut off between the two it is sent
 * again, under the same Message-ID. One that the mail server refuses for good is
 * wiped, and staff see for some days that it was.
 *
 * @throws a MailNotSent where it is worth trying again.
 */
export async function sendWaitingMail(
  db: Db,
  send: SendMail,
  { mailId, secret, now }: { mailId: string; secret: string; now: Date },
): Promise<void> {
  const mail = await selectSealedMail(db, mailId);
  if (!mail) return;
  if (mail.keep_until <= now.toISOString()) return deleteMail(db, mailId);
  const sent = await send({
    ...openLetter(mail.sealed, { secret, mailId }),
    id: mailId,
    writtenAt: new Date(mail.created_at),
  });
  if (sent.ok) return deleteMail(db, mailId);
  const keptMilliseconds = refusedMailDays * 86_400_000;
  await setMailRefused(db, {
    id: mailId,
    at: now.toISOString(),
    keepUntil: new Date(now.getTime() + keptMilliseconds).toISOString(),
  });
}

/** Housekeeping: what was not sent in time is not sent any more. */
export async function deleteOldMails(db: Db, now: Date): Promise<number> {
  return deleteMailsUntil(db, now.toISOString());
}

const shownMails = 50;

/** The newest 50 mails that wait or were refused, without what they say. */
export async function selectWaitingMails(db: Db): Promise<WaitingMail[]> {
  return selectNewestMails(db, shownMails);
}

/**
 * The mails to people of the team that wait, as they would be sent, the newest
 * first. Never one to a respondent: those are of other kinds. One that does not
 * open, because it was sealed with another secret, is left out.
 */
export async function readStaffOutbox(
  db: Db,
  { secret, now }: { secret: string; now: Date },
): Promise<OutboxLetter[]> {
  const rows = await selectSealedMailsOf(db, {
    kinds: staffMailKinds,
    now: now.toISOString(),
    most: shownMails,
  });
  return rows.flatMap(({ id, sealed, created_at }) => {
    try {
      const letter = openLetter(sealed, { secret, mailId: id });
      return [{ ...letter, id, createdAt: created_at }];
    } catch {
      return [];
    }
  });
}
