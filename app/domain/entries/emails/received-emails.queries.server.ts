import type {
  LeavingOutReason,
  ReceivedEmailState,
} from "#app/db/column-values.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

export async function insertEmail(
  trx: Trx,
  row: Pick<
    NewRow<"received_emails">,
    | "call_id"
    | "format"
    | "byte_size"
    | "sha256"
    | "message_key"
    | "facts"
    | "brought_by"
    | "brought_at"
  >,
): Promise<number> {
  const { id } = await trx
    .insertInto("received_emails")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertPieces(
  trx: Trx,
  rows: NewRow<"received_email_pieces">[],
): Promise<void> {
  await trx.insertInto("received_email_pieces").values(rows).execute();
}

export async function selectPieces(db: Db, emailId: number): Promise<string[]> {
  const rows = await db
    .selectFrom("received_email_pieces")
    .select("content")
    .where("email_id", "=", emailId)
    .orderBy("number")
    .execute();
  return rows.map(({ content }) => content);
}

function selectEmails(db: Db) {
  return db
    .selectFrom("received_emails")
    .selectAll()
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("received_emails as earlier")
          .select("earlier.id")
          .whereRef("earlier.message_key", "=", "received_emails.message_key")
          .whereRef("earlier.id", "<", "received_emails.id")
          .where("earlier.state", "<>", "arriving"),
      ).as("is_twice"),
    );
}

export type EmailRow = Row<"received_emails"> & {
  is_twice: number | boolean | bigint;
};

export async function selectEmailsIn(
  db: Db,
  of: { state: ReceivedEmailState; limit: number; order: "asc" | "desc" },
): Promise<EmailRow[]> {
  return selectEmails(db)
    .where("received_emails.state", "=", of.state)
    .orderBy("received_emails.id", of.order)
    .limit(of.limit)
    .execute();
}

export async function countEmailsIn(
  db: Db,
  state: ReceivedEmailState,
): Promise<number> {
  const { count } = await db
    .selectFrom("received_emails")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("state", "=", state)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function selectEmail(
  db: Db,
  emailId: number,
): Promise<EmailRow | undefined> {
  return selectEmails(db)
    .where("received_emails.id", "=", emailId)
    .where("received_emails.state", "<>", "arriving")
    .executeTakeFirst();
}

export async function selectEmailOfResponse(
  db: Db,
  responseId: number,
): Promise<EmailRow | undefined> {
  return selectEmails(db)
    .where("received_emails.response_id", "=", responseId)
    .executeTakeFirst();
}

/** @returns false where it is in another state. */
export async function updateEmailState(
  trx: Trx,
  change: {
    emailId: number;
    from: ReceivedEmailState;
    set: {
      state: ReceivedEmailState;
      reason?: LeavingOutReason | null;
      facts?: null;
      settled_by?: string | null;
      settled_at?: string | null;
    };
  },
): Promise<boolean> {
  const result = await trx
    .updateTable("received_emails")
    .set(change.set)
    .where("id", "=", change.emailId)
    .where("state", "=", change.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setResponseOfEmail(
  trx: Trx,
  of: { emailId: number; responseId: number },
): Promise<void> {
  await trx
    .updateTable("received_emails")
    .set({ response_id: of.responseId })
    .where("id", "=", of.emailId)
    .execute();
}

/** With their pieces. @returns how many. */
export async function deleteEmails(
  db: Db,
  of: {
    state: ReceivedEmailState;
    since: "brought_at" | "settled_at";
    before: string;
  },
): Promise<number> {
  const result = await db
    .deleteFrom("received_emails")
    .where("state", "=", of.state)
    .where(of.since, "<", of.before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
