import type { Db } from "#app/db/schema.ts";

/** Calls with the definition that is current for them. */
export function selectCallsWithDefinition(db: Db) {
  return db
    .selectFrom("calls")
    .innerJoin(
      "call_definitions",
      "call_definitions.id",
      "calls.current_definition_id",
    )
    .select([
      "calls.id",
      "calls.slug",
      "calls.state",
      "calls.opens_at",
      "calls.closes_at",
      "calls.row_version",
      "call_definitions.id as definition_id",
      "call_definitions.version as definition_version",
      "call_definitions.definition",
    ]);
}

export function selectDefinition(db: Db, definitionId: number) {
  return db
    .selectFrom("call_definitions")
    .select(["id", "call_id", "version", "definition"])
    .where("id", "=", definitionId);
}
