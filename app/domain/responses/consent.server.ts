import type { Db } from "#app/db/schema.ts";
import { type Consent, consentIn } from "../calls/consent.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import {
  selectAnswerValues,
  selectResponseById,
} from "./intake.queries.server.ts";

/**
 * What may be done with a response: the one place to ask before any of it is
 * published, shared or kept beyond the review. It is read from the answers of
 * its current version, on the form it was answered on.
 *
 * @returns undefined where there is no such response.
 */
export async function consentOf(
  db: Db,
  responseId: number,
): Promise<Consent | undefined> {
  const response = await selectResponseById(db, responseId);
  if (!response) return undefined;
  const definition = await findDefinition(db, response.definition_id);
  return consentIn(definition, await selectAnswerValues(db, response));
}
