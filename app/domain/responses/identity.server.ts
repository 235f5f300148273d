import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { inLanguage } from "../calls/languages.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import type { FrozenAnswers } from "./frozen-answers.ts";
import {
  deleteIdentities,
  insertIdentities,
  selectIdentity,
} from "./identity.queries.server.ts";
import { type IdentityPurpose, identityPurposes } from "./responses.ts";
import { selectResponseById } from "./intake.queries.server.ts";
import {
  selectVisibleByIds,
  type VisibleRow,
} from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

type LinesOf = Pick<VisibleRow, "id" | "definition_id" | "language">;

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

/**
 * What is kept apart of a response, for its own sender, who has shown the
 * receipt code and asks what is held about them. Recorded like every reading.
 */
export async function readOwnIdentity(
  db: Db,
  { responseId, now }: { responseId: number; now: Date },
): Promise<IdentityLine[]> {
  return db.transaction().execute(async (trx) => {
    const response = await selectResponseById(trx, responseId);
    if (!response) return [];
    const lines = await readLines(trx, response);
    if (lines.length === 0) return [];
    await recordEvent(trx, {
      at: now,
      actor: { kind: "respondent" },
      subject: { kind: "response", id: responseId },
      type: "response.identity-read",
      details: { purpose: "own-request" },
    });
    return lines;
  });
}

async function readLines(
  trx: Trx,
  { id, definition_id, language }: LinesOf,
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

/** Puts new answers of who somebody is in the place of others; the former words are not kept. */
export async function replaceIdentities(
  trx: Trx,
  of: {
    responseId: number;
    replaced: string[];
    identities: FrozenAnswers["identities"];
  },
): Promise<void> {
  const { responseId, replaced: questionIds, identities } = of;
  await deleteIdentities(trx, { responseId, questionIds });
  await insertIdentities(trx, responseId, identities);
}
