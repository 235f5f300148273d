import type { Db, Row } from "#app/db/schema.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { Language } from "../calls/languages.ts";

/** In which language somebody reads what they sent: it may be another than it was sent in. */
export type LanguageOf = (sent: {
  /** The one it was answered on. */
  definition: CallDefinition;
  language: Language;
}) => Language;

/** A response as it is read in that language; what its sender wrote stays as it is. */
export async function readIn(
  db: Db,
  response: Row<"responses">,
  languageOf: LanguageOf | undefined,
): Promise<Row<"responses">> {
  if (!languageOf) return response;
  const { definition_id, language } = response;
  const definition = await findDefinition(db, definition_id);
  return { ...response, language: languageOf({ definition, language }) };
}
