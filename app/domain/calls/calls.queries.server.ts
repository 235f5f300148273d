import type { CallState } from "#app/db/column-values.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";

/** Calls that have a definition, by its id: a call that is being made has none yet. */
function callsWithDefinition(db: Db) {
  return db
    .selectFrom("calls")
    .select([
      "id",
      "slug",
      "state",
      "opens_at",
      "closes_at",
      "outcome",
      "extensions",
      "row_version",
      "current_definition_id as definition_id",
    ])
    .where("current_definition_id", "is not", null)
    .$narrowType<{ definition_id: number }>();
}

export type CallRow = Awaited<
  ReturnType<ReturnType<typeof callsWithDefinition>["execute"]>
>[number];

export async function selectCallsMadePublic(db: Db): Promise<CallRow[]> {
  return callsWithDefinition(db)
    .where("state", "<>", "draft")
    .orderBy("id")
    .execute();
}

const allCalls = keepQuery((db) => callsWithDefinition(db).orderBy("id"));

export async function selectCalls(db: Db): Promise<CallRow[]> {
  return allCalls(db, {});
}

const callBySlug = keepQuery((db, { slug }: Places<{ slug: string }>) =>
  callsWithDefinition(db).where("slug", "=", slug),
);

export async function selectCallBySlug(
  db: Db,
  slug: string,
): Promise<CallRow | undefined> {
  const [call] = await callBySlug(db, { slug });
  return call;
}

const callById = keepQuery((db, { callId }: Places<{ callId: number }>) =>
  callsWithDefinition(db).where("id", "=", callId),
);

export async function selectCall(db: Db, callId: number): Promise<CallRow> {
  const [call] = await callById(db, { callId });
  if (!call) throw new Error(`There is no call ${callId}`);
  return call;
}

export async function selectDefinition(
  db: Db,
  definitionId: number,
): Promise<JsonText> {
  const { definition } = await db
    .selectFrom("call_definitions")
    .select("definition")
    .where("id", "=", definitionId)
    .executeTakeFirstOrThrow();
  return definition;
}

/** Of every version of every call, the oldest first. */
export async function selectDefinitionIds(
  db: Db,
): Promise<{ id: number; callId: number }[]> {
  return db
    .selectFrom("call_definitions")
    .select(["id", "call_id as callId"])
    .orderBy("id")
    .execute();
}

/** A call without a definition, which nobody can be shown yet. */
export async function insertCall(
  trx: Trx,
  row: Omit<NewRow<"calls">, "current_definition_id">,
): Promise<{ id: number }> {
  return trx
    .insertInto("calls")
    .values({ ...row, current_definition_id: null })
    .returning("id")
    .executeTakeFirstOrThrow();
}

export async function selectNewestVersion(
  trx: Trx,
  callId: number,
): Promise<number> {
  const { newest } = await trx
    .selectFrom("call_definitions")
    .select((eb) => eb.fn.max("version").as("newest"))
    .where("call_id", "=", callId)
    .executeTakeFirstOrThrow();
  return newest;
}

export async function insertDefinition(
  trx: Trx,
  row: NewRow<"call_definitions">,
): Promise<{ id: number }> {
  return trx
    .insertInto("call_definitions")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
}

/** The first definition of a call is part of its making, so no version is raised. */
export async function setFirstDefinition(
  trx: Trx,
  of: { callId: number; definitionId: number },
): Promise<void> {
  await trx
    .updateTable("calls")
    .set({ current_definition_id: of.definitionId })
    .where("id", "=", of.callId)
    .execute();
}

export async function updateCall(
  trx: Trx,
  callId: number,
  columns: {
    current_definition_id?: number;
    read_within_days?: number | null;
    read_by?: string | null;
  },
): Promise<void> {
  await trx
    .updateTable("calls")
    .set((eb) => ({ ...columns, row_version: eb("row_version", "+", 1) }))
    .where("id", "=", callId)
    .execute();
}

const dueColumns = keepQuery((db, { callId }: Places<{ callId: number }>) =>
  db
    .selectFrom("calls")
    .select(["read_within_days", "read_by"])
    .where("id", "=", callId),
);

export async function selectDueColumns(
  db: Db,
  callId: number,
): Promise<{ read_within_days: number | null; read_by: string | null }> {
  const [call] = await dueColumns(db, { callId });
  return call ?? { read_within_days: null, read_by: null };
}

/** A call as it is about to be changed. */
export async function selectCallTimes(trx: Trx, callId: number) {
  return trx
    .selectFrom("calls")
    .select([
      "state",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "extensions",
      "row_version as rowVersion",
    ])
    .where("id", "=", callId)
    .executeTakeFirstOrThrow();
}

/** Changes a call that is still as it was seen. @returns whether it was. */
export async function updateSeenCall(
  trx: Trx,
  seen: { callId: number; rowVersion: number },
  columns: {
    state?: CallState;
    opens_at?: string | null;
    closes_at?: string | null;
    extensions?: JsonText;
    outcome?: JsonText | null;
  },
): Promise<boolean> {
  const updated = await trx
    .updateTable("calls")
    .set({ ...columns, row_version: seen.rowVersion + 1 })
    .where("id", "=", seen.callId)
    .where("row_version", "=", seen.rowVersion)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
