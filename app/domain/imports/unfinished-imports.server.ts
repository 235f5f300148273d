import type { Db } from "#app/db/schema.ts";
import { selectAllCalls } from "../calls/calls.server.ts";
import {
  selectImportsUnderWay,
  type UnfinishedImport,
} from "./imports.queries.server.ts";

export type ImportCutOff = UnfinishedImport & { callSlug: string };

/**
 * Imports that are under way, or were when their process was killed: nobody sees
 * any of their responses, and no other import into the call begins, until they
 * are gone on with or undone.
 */
export async function selectUnfinishedImports(db: Db): Promise<ImportCutOff[]> {
  const imports = await selectImportsUnderWay(db);
  if (imports.length === 0) return [];
  const calls = await selectAllCalls(db);
  return imports.map((one) => ({
    ...one,
    callSlug: calls.find(({ id }) => id === one.callId)?.slug ?? "",
  }));
}
