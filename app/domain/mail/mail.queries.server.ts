import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { WaitingMail } from "./mail.ts";

export async function insertMail(
  trx: Trx,
  mail: NewRow<"mails">,
): Promise<void> {
  await trx.insertInto("mails").values(mail).execute();
}

/** A mail that still waits: neither sent nor refused. */
export async function selectSealedMail(db: Db, id: string) {
  return db
    .selectFrom("mails")
    .select(["sealed", "created_at", "keep_until"])
    .where("id", "=", id)
    .where("sealed", "is not", null)
    .$narrowType<{ sealed: string }>()
    .executeTakeFirst();
}

export async function deleteMail(db: Db, id: string): Promise<void> {
  await db.deleteFrom("mails").where("id", "=", id).execute();
}

/** Wipes what it said and to whom. */
export async function setMailRefused(
  db: Db,
  mail: { id: string; at: string; keepUntil: string },
): Promise<void> {
  await db
    .updateTable("mails")
    .set({ sealed: null, refused_at: mail.at, keep_until: mail.keepUntil })
    .where("id", "=", mail.id)
    .execute();
}

export async function deleteMailsUntil(db: Db, now: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("mails")
    .where("keep_until", "<=", now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function selectNewestMails(
  db: Db,
  most: number,
): Promise<WaitingMail[]> {
  const rows = await db
    .selectFrom("mails")
    .select(["id", "kind", "masked_to", "created_at", "refused_at"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    maskedTo: row.masked_to,
    createdAt: row.created_at,
    wasRefused: row.refused_at !== null,
  }));
}

/** Those of some kinds that wait and may still be sent, the newest first. */
export async function selectSealedMailsOf(
  db: Db,
  of: { kinds: readonly string[]; now: string; most: number },
) {
  return db
    .selectFrom("mails")
    .select(["id", "sealed", "created_at"])
    .where("kind", "in", of.kinds)
    .where("sealed", "is not", null)
    .where("keep_until", ">", of.now)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(of.most)
    .$narrowType<{ sealed: string }>()
    .execute();
}
