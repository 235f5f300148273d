import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { inLanguage } from "../calls/languages.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { selectIdentity } from "./identity.queries.server.ts";
import { type IdentityPurpose, identityPurposes } from "./responses.ts";
import {
  selectVisibleByIds,
  type VisibleRow,
} from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

export type IdentityLine = { questionId: string; label: string; text: string };

/**
 * Who sent a response, for a purpose that is one of `identityPurposes`. The one
 * way to an identifying answer; each reading is an event, written before the
 * answer is handed out.
 */
export async function readIdentity(
  db: Db,
  reading: {
    responseId: number;
    purpose: IdentityPurpose;
    viewer: Viewer;
    now: Date;
  },
): Promise<
  | { ok: true; lines: IdentityLine[] }
  | { ok: false; reason: "no-purpose" | "not-found" }
> {
  if (!identityPurposes.includes(reading.purpose))
    return { ok: false, reason: "no-purpose" };
  return db.transaction().execute(async (trx) => {
    const ids = [reading.responseId];
    const [response] = await selectVisibleByIds(trx, reading.viewer, ids);
    if (!response) return { ok: false, reason: "not-found" };
    await recordEvent(trx, {
      at: reading.now,
      actor: { kind: "staff", staffId: reading.viewer.staffId },
      subject: { kind: "response", id: reading.responseId },
      type: "response.identity-read",
      details: { purpose: reading.purpose },
    });
    return { ok: true, lines: await readLines(trx, response) };
  });
}

async function readLines(
  trx: Trx,
  { id, definition_id, language }: VisibleRow,
): Promise<IdentityLine[]> {
  const definition = await findDefinition(trx, definition_id);
  const identity = await selectIdentity(trx, id);
  return questionsOf(definition).flatMap((question) => {
    const given = identity.find(({ questionId }) => questionId === question.id);
    if (!given) return [];
    const { checkLine } = questionTypeOf(question);
    const text = checkLine(question, given.value, language) ?? "";
    const label = inLanguage(question.label, language);
    return [{ questionId: question.id, label, text }];
  });
}
