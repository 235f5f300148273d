import type { Db } from "#app/db/schema.ts";
import { type AsksAgain, readAsksAgain } from "./asks-again.ts";
import {
  selectLaterVersions,
  selectVersionRows,
} from "./versions.queries.server.ts";
import type { CallDefinition } from "./definition.ts";
import { findDefinition } from "./definitions.server.ts";

/** A definition as one of a call's, which are counted from 1. */
export type CallVersion = {
  definitionId: number;
  callId: number;
  version: number;
  /** ISO-8601 UTC. */
  addedAt: string;
};

/** Every version of every call, the oldest first; of one call where that is asked for. */
export async function selectVersions(
  db: Db,
  callId?: number,
): Promise<CallVersion[]> {
  const versions = await selectVersionRows(db);
  return callId === undefined
    ? versions
    : versions.filter((version) => version.callId === callId);
}

/** One version of a call with what it asks; undefined where there is none of that number. */
export async function findVersion(
  db: Db,
  of: { callId: number; version: number },
): Promise<(CallVersion & { definition: CallDefinition }) | undefined> {
  const versions = await selectVersions(db, of.callId);
  const found = versions.find(({ version }) => version === of.version);
  if (!found) return undefined;
  const definition = await findDefinition(db, found.definitionId);
  return { ...found, definition };
}

/** The versions of a call after one of them, the oldest first, with what each asks again of whoever began before. */
export async function selectVersionsAfter(
  db: Db,
  of: { callId: number; definitionId: number },
): Promise<{ definitionId: number; asksAgain: AsksAgain | undefined }[]> {
  const rows = await selectLaterVersions(db, of);
  return rows.map(({ definitionId, asksAgain }) => ({
    ...{ definitionId, asksAgain: readAsksAgain(asksAgain) },
  }));
}
