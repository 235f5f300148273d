import type { Db } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { type CallState, callTransitions } from "./calls.ts";
import {
  selectCallsWithDefinition,
  selectDefinition,
} from "./calls.queries.server.ts";
import { type CallDefinition, callDefinitionSchema } from "./definition.ts";

export type Call = {
  id: number;
  slug: string;
  state: CallState;
  /** ISO-8601 UTC. */
  opensAt: string | null;
  closesAt: string | null;
  rowVersion: number;
  definitionId: number;
  definition: CallDefinition;
};

type CallRow = Awaited<
  ReturnType<ReturnType<typeof selectCallsWithDefinition>["execute"]>
>[number];

function toCall(row: CallRow): Call {
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    rowVersion: row.row_version,
    definitionId: row.definition_id,
    definition: parseStoredDefinition(row.definition),
  };
}

// A stored definition never changes (a trigger sees to it), so each is parsed once in a process.
const parsedDefinitions = new Map<string, CallDefinition>();

function parseStoredDefinition(json: string): CallDefinition {
  const known = parsedDefinitions.get(json);
  if (known) return known;
  const definition = callDefinitionSchema.parse(JSON.parse(json));
  parsedDefinitions.set(json, definition);
  return definition;
}

/** Every call the public may know of, those in preparation left out; oldest first. */
export async function selectPublicCalls(db: Db): Promise<Call[]> {
  const rows = await selectCallsWithDefinition(db)
    .where("calls.state", "<>", "draft")
    .orderBy("calls.id")
    .execute();
  return rows.map(toCall);
}

/** Every call there is, for staff. */
export async function selectAllCalls(db: Db): Promise<Call[]> {
  const rows = await selectCallsWithDefinition(db)
    .orderBy("calls.id")
    .execute();
  return rows.map(toCall);
}

/** The call of this address, whatever its state; undefined where there is none. */
export async function findCallBySlug(
  db: Db,
  slug: string,
): Promise<Call | undefined> {
  const row = await selectCallsWithDefinition(db)
    .where("calls.slug", "=", slug)
    .executeTakeFirst();
  return row && toCall(row);
}

/** The call of this id. @throws where there is none: ids come from rows that point to it. */
export async function findCall(db: Db, callId: number): Promise<Call> {
  const row = await selectCallsWithDefinition(db)
    .where("calls.id", "=", callId)
    .executeTakeFirstOrThrow();
  return toCall(row);
}

/** The very definition a draft or response was answered on. */
export async function findDefinition(
  db: Db,
  definitionId: number,
): Promise<CallDefinition> {
  const row = await selectDefinition(
    db,
    definitionId,
  ).executeTakeFirstOrThrow();
  return parseStoredDefinition(row.definition);
}

export type NewCall = {
  slug: string;
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
  definition: CallDefinition;
  actor: Actor;
  now: Date;
};

/** Creates a call with the first version of its definition. @throws where the definition does not hold or the slug is taken. */
export async function createCall(db: Db, call: NewCall): Promise<Call> {
  const definition = callDefinitionSchema.parse(call.definition);
  await db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto("calls")
      .values({
        slug: call.slug,
        state: call.state,
        opens_at: call.opensAt,
        closes_at: call.closesAt,
        created_at: call.now.toISOString(),
        current_definition_id: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const stored = await trx
      .insertInto("call_definitions")
      .values({
        call_id: id,
        version: 1,
        definition: JSON.stringify(definition),
        created_at: call.now.toISOString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("calls")
      .set({ current_definition_id: stored.id })
      .where("id", "=", id)
      .execute();
    await recordEvent(trx, {
      at: call.now,
      actor: call.actor,
      subject: { kind: "call", id },
      type: "call.created",
      details: { state: call.state },
    });
  });
  const created = await findCallBySlug(db, call.slug);
  if (!created) throw new Error("The call that was just created is not there");
  return created;
}

/** Adds a version; drafts and responses under way stay on the one they began with. */
export async function addDefinitionVersion(
  db: Db,
  change: {
    callId: number;
    definition: CallDefinition;
    actor: Actor;
    now: Date;
  },
): Promise<{ version: number }> {
  const definition = callDefinitionSchema.parse(change.definition);
  return db.transaction().execute(async (trx) => {
    const { newest } = await trx
      .selectFrom("call_definitions")
      .select((eb) => eb.fn.max("version").as("newest"))
      .where("call_id", "=", change.callId)
      .executeTakeFirstOrThrow();
    const version = newest + 1;
    const stored = await trx
      .insertInto("call_definitions")
      .values({
        call_id: change.callId,
        version,
        definition: JSON.stringify(definition),
        created_at: change.now.toISOString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("calls")
      .set((eb) => ({
        current_definition_id: stored.id,
        row_version: eb("row_version", "+", 1),
      }))
      .where("id", "=", change.callId)
      .execute();
    await recordEvent(trx, {
      at: change.now,
      actor: change.actor,
      subject: { kind: "call", id: change.callId },
      type: "call.definition-added",
      details: { version },
    });
    return { version };
  });
}

export type StateChange = {
  callId: number;
  to: CallState;
  closesAt: string | null;
  actor: Actor;
  now: Date;
};

/** Moves a call to another state. @returns `not-allowed` where `callTransitions` has no such step. */
export async function changeCallState(
  db: Db,
  change: StateChange,
): Promise<{ ok: true } | { ok: false; reason: "not-allowed" }> {
  return db.transaction().execute(async (trx) => {
    const call = await trx
      .selectFrom("calls")
      .select("state")
      .where("id", "=", change.callId)
      .executeTakeFirstOrThrow();
    const from = call.state;
    if (!callTransitions[from].includes(change.to))
      return { ok: false, reason: "not-allowed" };
    await trx
      .updateTable("calls")
      .set((eb) => ({
        state: change.to,
        closes_at: change.closesAt,
        row_version: eb("row_version", "+", 1),
      }))
      .where("id", "=", change.callId)
      .execute();
    await recordEvent(trx, {
      at: change.now,
      actor: change.actor,
      subject: { kind: "call", id: change.callId },
      type: "call.state-changed",
      details: { from, to: change.to },
    });
    return { ok: true };
  });
}
