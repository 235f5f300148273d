import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { HeldBackStanding } from "./held-back.ts";
import { responsesHeldBackFor } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

export async function insertHeldBack(
  trx: Trx,
  row: Pick<NewRow<"held_back">, "response_id" | "reasons" | "held_at">,
): Promise<void> {
  await trx
    .insertInto("held_back")
    .values({ ...row, standing: "waiting", decided_by: null, decided_at: null })
    .execute();
}

export async function updateStanding(
  trx: Trx,
  responseId: number,
  columns: Pick<Row<"held_back">, "standing" | "decided_by" | "decided_at">,
): Promise<void> {
  await trx
    .updateTable("held_back")
    .set(columns)
    .where("response_id", "=", responseId)
    .execute();
}

function selectHeldBack(db: Db, viewer: Viewer) {
  return responsesHeldBackFor(db, viewer).select([
    "responses.id",
    "responses.reference",
    "responses.call_id",
    "responses.definition_id",
    "responses.current_version",
    "responses.received_at",
    "responses.state",
    "responses.excerpt",
    "responses.word_count",
    "responses.attachment_count",
    "responses.language",
    "responses.claimed_by",
    "responses.assignee_id",
    "responses.group_id",
    "held_back.reasons",
    "held_back.standing",
  ]);
}

export type HeldBackRow = Awaited<
  ReturnType<ReturnType<typeof selectHeldBack>["execute"]>
>[number];

/** Whether the team does not have it, or not yet. */
export async function isHeldBack(db: Db, responseId: number): Promise<boolean> {
  const row = await db
    .selectFrom("held_back")
    .select("response_id")
    .where("response_id", "=", responseId)
    .where("standing", "<>", "let-in")
    .executeTakeFirst();
  return row !== undefined;
}

/** Oldest first. */
export async function selectHeldBackByStanding(
  db: Db,
  viewer: Viewer,
  of: { standing: HeldBackStanding; limit: number; offset: number },
): Promise<HeldBackRow[]> {
  return selectHeldBack(db, viewer)
    .where("held_back.standing", "=", of.standing)
    .orderBy("held_back.held_at")
    .orderBy("held_back.response_id")
    .limit(of.limit)
    .offset(of.offset)
    .execute();
}

export async function selectHeldBackByReference(
  db: Db,
  viewer: Viewer,
  reference: string,
): Promise<HeldBackRow | undefined> {
  return selectHeldBack(db, viewer)
    .where("responses.reference", "=", reference)
    .executeTakeFirst();
}

/** @param callId of one call, where it is named. */
export async function countHeldBackByStanding(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
): Promise<Map<HeldBackStanding, number>> {
  const all = responsesHeldBackFor(db, viewer);
  const counted =
    callId === undefined ? all : all.where("responses.call_id", "=", callId);
  const rows = await counted
    .select((eb) => ["held_back.standing", eb.fn.countAll().as("count")])
    .groupBy("held_back.standing")
    .execute();
  return new Map(rows.map((row) => [row.standing, countOf(row)]));
}
