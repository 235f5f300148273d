import type { Db, Trx } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { AsksAgain } from "./asks-again.ts";
import type { CallState } from "./calls.ts";
import {
  type CallRow,
  insertCall,
  insertDefinition,
  selectCall,
  selectCallBySlug,
  selectCallTimes,
  selectCalls,
  selectCallsMadePublic,
  selectNewestVersion,
  setFirstDefinition,
  updateCall,
  updateSeenCall,
} from "./calls.queries.server.ts";
import { type CallDefinition, callDefinitionSchema } from "./definition.ts";
import { findDefinition } from "./definitions.server.ts";
import { type Extension, extensionsSchema } from "./extensions.ts";
import { type CallWords, wordsSchema } from "./languages.ts";
import { letOpeningFall } from "./opening-falls.server.ts";

export type Call = {
  id: number;
  slug: string;
  state: CallState;
  /** ISO-8601 UTC. */
  opensAt: string | null;
  closesAt: string | null;
  /** What came of it, as `Prose`; null until that is told. */
  outcome: CallWords | null;
  /** Each closing that people were told and that was moved to later, the oldest first. */
  extensions: Extension[];
  rowVersion: number;
  definitionId: number;
  definition: CallDefinition;
};

async function toCall(db: Db, row: CallRow): Promise<Call> {
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    outcome: row.outcome ? wordsSchema.parse(JSON.parse(row.outcome)) : null,
    extensions: extensionsSchema.parse(JSON.parse(row.extensions ?? "[]")),
    rowVersion: row.row_version,
    definitionId: row.definition_id,
    definition: await findDefinition(db, row.definition_id),
  };
}

async function toCalls(db: Db, rows: CallRow[]): Promise<Call[]> {
  const calls: Call[] = [];
  for (const row of rows) calls.push(await toCall(db, row));
  return calls;
}

/** Every call the public may know of, those in preparation left out; oldest first. */
export async function selectPublicCalls(db: Db): Promise<Call[]> {
  return toCalls(db, await selectCallsMadePublic(db));
}

/** Every call there is, for staff. */
export async function selectAllCalls(db: Db): Promise<Call[]> {
  return toCalls(db, await selectCalls(db));
}

/** The call of this address, whatever its state; undefined where there is none. */
export async function findCallBySlug(
  db: Db,
  slug: string,
): Promise<Call | undefined> {
  const row = await selectCallBySlug(db, slug);
  return row && toCall(db, row);
}

/** The call of this id. @throws where there is none: ids come from rows that point to it. */
export async function findCall(db: Db, callId: number): Promise<Call> {
  return toCall(db, await selectCall(db, callId));
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
    const { id } = await insertCall(trx, {
      slug: call.slug,
      state: call.state,
      opens_at: call.opensAt,
      closes_at: call.closesAt,
      created_at: call.now.toISOString(),
    });
    const stored = await insertDefinition(trx, {
      call_id: id,
      version: 1,
      definition: JSON.stringify(definition),
      created_at: call.now.toISOString(),
    });
    await setFirstDefinition(trx, { callId: id, definitionId: stored.id });
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

type NewVersion = {
  callId: number;
  definition: CallDefinition;
  /** What people who have begun are asked again; left out, they finish on the version they began with. */
  asksAgain?: AsksAgain | undefined;
  actor: Actor;
  now: Date;
};

/** Adds a version; drafts and responses under way stay on the one they began with. */
export async function addDefinitionVersion(
  db: Db,
  change: NewVersion,
): Promise<{ version: number }> {
  return db
    .transaction()
    .execute((trx) => addDefinitionVersionWithin(trx, change));
}

/** The same, as part of the transaction in which it was found good. */
export async function addDefinitionVersionWithin(
  trx: Trx,
  change: NewVersion,
): Promise<{ version: number }> {
  const definition = callDefinitionSchema.parse(change.definition);
  const version = (await selectNewestVersion(trx, change.callId)) + 1;
  const stored = await insertDefinition(trx, {
    call_id: change.callId,
    version,
    definition: JSON.stringify(definition),
    created_at: change.now.toISOString(),
    asks_again: change.asksAgain ? JSON.stringify(change.asksAgain) : null,
  });
  await updateCall(trx, change.callId, { current_definition_id: stored.id });
  await letOpeningFall(trx, change);
  await recordEvent(trx, {
    at: change.now,
    actor: change.actor,
    subject: { kind: "call", id: change.callId },
    type: "call.definition-added",
    details: {
      version,
      ...(change.asksAgain && { asksAgain: change.asksAgain.questions.length }),
    },
  });
  return { version };
}

/**
 * Tells the public what came of a call, in the place of what was told before.
 *
 * @param telling.outcome as `Prose`; null takes it back.
 * @param telling.seenVersion of the call that whoever tells it looked at; left out by whoever did not.
 * @returns whether it was told: not where the call is not as it was seen any more.
 */
export async function tellOutcome(
  db: Db,
  telling: {
    callId: number;
    outcome: CallWords | null;
    seenVersion?: number;
    actor: Actor;
    now: Date;
  },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { callId, seenVersion } = telling;
    const { rowVersion } = await selectCallTimes(trx, callId);
    if (seenVersion !== undefined && seenVersion !== rowVersion) return false;
    const outcome = telling.outcome && JSON.stringify(telling.outcome);
    const seen = { callId, rowVersion };
    if (!(await updateSeenCall(trx, seen, { outcome }))) return false;
    await recordEvent(trx, {
      at: telling.now,
      actor: telling.actor,
      subject: { kind: "call", id: telling.callId },
      type: telling.outcome ? "call.outcome-told" : "call.outcome-taken-back",
    });
    return true;
  });
}
