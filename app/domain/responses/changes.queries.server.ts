import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { WordsKey } from "./same-words.server.ts";

type ChangedColumns = Pick<
  Partial<NewRow<"responses">>,
  | "state"
  | "awaits_triage"
  | "assignee_id"
  | "group_id"
  | "safeguarding_flag"
  | "claimed_by"
  | "claim_expires_at"
  | "current_version"
  | "word_count"
  | "excerpt"
  | "attachment_count"
  | "words_key"
  | "says_nothing"
>;

/**
 * Writes a change and raises the version of a decision, where the response still
 * has the version it was made from; where none is named, whatever version it has.
 *
 * @returns the version it has then; undefined where the response has another.
 */
export async function updateResponse(
  trx: Trx,
  change: {
    responseId: number;
    rowVersion: number | undefined;
    columns: ChangedColumns;
    /** Others save their own state and assignee over it only when they have seen it. */
    isDecision: boolean;
  },
): Promise<number | undefined> {
  const update = trx
    .updateTable("responses")
    .set((eb) => ({
      ...change.columns,
      row_version: eb("row_version", "+", change.isDecision ? 1 : 0),
    }))
    .where("id", "=", change.responseId);
  const row = await (
    change.rowVersion === undefined
      ? update
      : update.where("row_version", "=", change.rowVersion)
  )
    .returning("row_version")
    .executeTakeFirst();
  return row?.row_version;
}

/** How many files came with a response is not what anybody saves: no version is raised. With another file it says the same as no other until it is indexed. */
export async function addToAttachmentCount(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await trx
    .updateTable("responses")
    .set((eb) => ({
      attachment_count: eb("attachment_count", "+", 1),
      words_key: null,
      says_nothing: 0,
    }))
    .where("id", "=", responseId)
    .execute();
}

/** It stands for nobody else's words until it is indexed anew. */
export async function forgetWordsKey(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await trx
    .updateTable("responses")
    .set({ words_key: null, says_nothing: 0 })
    .where("id", "=", responseId)
    .execute();
}

type Derived = WordsKey & { response: ReadResponse; dueOn: string };

/** Writes under which key a response says its words, and by when it is due, where it still says what that was made of. */
export async function writeDerived(
  db: Db,
  { response, wordsKey, saysNothing, dueOn }: Derived,
): Promise<void> {
  const columns = {
    words_key: wordsKey,
    says_nothing: saysNothing ? (1 as const) : (0 as const),
    due_on: dueOn,
  };
  const isWritten =
    response.due_on === columns.due_on &&
    response.words_key === columns.words_key &&
    response.says_nothing === columns.says_nothing;
  if (isWritten) return;
  await db
    .updateTable("responses")
    .set(columns)
    .where("id", "=", response.id)
    .where("current_version", "=", response.current_version)
    .where("attachment_count", "=", response.attachment_count)
    .where("state", "<>", "withdrawn")
    .execute();
}

type ReadResponse = Pick<
  Row<"responses">,
  | "id"
  | "current_version"
  | "attachment_count"
  | "words_key"
  | "says_nothing"
  | "due_on"
>;

/** @param byDay ids of responses by the day by which they should be read. */
export async function writeDueDays(
  trx: Trx,
  byDay: ReadonlyMap<string, number[]>,
): Promise<void> {
  for (const [day, ids] of byDay)
    await trx
      .updateTable("responses")
      .set({ due_on: day })
      .where("id", "in", ids)
      .execute();
}
