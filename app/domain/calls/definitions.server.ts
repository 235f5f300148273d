import { databaseOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  selectDefinition,
  selectDefinitionIds,
} from "./calls.queries.server.ts";
import { type CallDefinition, storedDefinitionSchema } from "./definition.ts";

/** A stored definition never changes (a trigger sees to it), so each is read and parsed once in a process. */
const kept = new WeakMap<object, Map<number, CallDefinition>>();

function definitionsOf(db: Db): Map<number, CallDefinition> {
  const database = databaseOf(db);
  const known = kept.get(database) ?? new Map<number, CallDefinition>();
  kept.set(database, known);
  return known;
}

/** The very definition a draft or response was answered on. @throws where there is none of that id. */
export async function findDefinition(
  db: Db,
  definitionId: number,
): Promise<CallDefinition> {
  const definitions = definitionsOf(db);
  const known = definitions.get(definitionId);
  if (known) return known;
  const stored = await selectDefinition(db, definitionId);
  const definition = storedDefinitionSchema.parse(JSON.parse(stored));
  // What a transaction reads may be rolled back, and its id be given to another.
  if (!db.isTransaction) definitions.set(definitionId, definition);
  return definition;
}

/** Every version of every call's definition, by call: whatever may have been answered. */
export async function selectAllDefinitions(
  db: Db,
): Promise<Map<number, CallDefinition[]>> {
  const all = new Map<number, CallDefinition[]>();
  for (const { callId, definition } of await selectEveryDefinition(db))
    all.set(callId, [...(all.get(callId) ?? []), definition]);
  return all;
}

/** Every definition there is, the oldest first. */
export async function selectEveryDefinition(
  db: Db,
): Promise<
  { definitionId: number; callId: number; definition: CallDefinition }[]
> {
  const found = [];
  for (const { id, callId } of await selectDefinitionIds(db)) {
    const definition = await findDefinition(db, id);
    found.push({ definitionId: id, callId, definition });
  }
  return found;
}
