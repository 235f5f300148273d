import { databaseOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  selectDefinition,
  selectDefinitionIds,
} from "./calls.queries.server.ts";
import { type CallDefinition, callDefinitionSchema } from "./definition.ts";

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
  const definition = callDefinitionSchema.parse(JSON.parse(stored));
  // What a transaction reads may be rolled back, and its id be given to another.
  if (!db.isTransaction) definitions.set(definitionId, definition);
  return definition;
}

/** Every definition there is, the oldest first. */
export async function selectEveryDefinition(
  db: Db,
): Promise<{ definitionId: number; definition: CallDefinition }[]> {
  const found = [];
  for (const definitionId of await selectDefinitionIds(db))
    found.push({
      definitionId,
      definition: await findDefinition(db, definitionId),
    });
  return found;
}
