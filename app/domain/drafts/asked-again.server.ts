import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  type AskedQuestion,
  askedQuestions,
  questionsOf,
} from "../calls/asked-pages.ts";
import { type Call, findCall } from "../calls/calls.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { CallWords } from "../calls/languages.ts";
import { membersOf } from "../calls/question-types/question-types.ts";
import { idInDefinition } from "../calls/repeated-pages.ts";
import { selectVersionsAfter } from "../calls/versions.server.ts";
import { withDroppedPages } from "./draft-definition.ts";
import { selectDraftAnswers } from "./draft-answers.queries.server.ts";
import type { Draft } from "./drafts.ts";
import { lockDraft, moveDraft } from "./drafts.queries.server.ts";

type Begun = Pick<Draft, "callId" | "definitionId"> &
  Partial<Pick<Draft, "begunDefinitionId">>;

/** What a draft is answered on: its version, and on pages that are never asked what earlier ones asked that it was begun on. */
export async function findDraftDefinition(
  db: Db,
  { callId, definitionId, begunDefinitionId }: Begun,
): Promise<CallDefinition> {
  const definition = await findDefinition(db, definitionId);
  if (begunDefinitionId === undefined) return definition;
  const begun = { callId, definitionId: begunDefinitionId };
  const later = await selectVersionsAfter(db, begun);
  const at = later.findIndex((one) => one.definitionId === definitionId);
  const earlier = [await findDefinition(db, begunDefinitionId)];
  for (const one of later.slice(0, at))
    earlier.push(await findDefinition(db, one.definitionId));
  return withDroppedPages(definition, earlier);
}

/** A question that has to be asked again, and why. */
export type AskedAgain = AskedQuestion & { reason: CallWords };

/**
 * What somebody who has begun on an earlier version is asked again on today's,
 * in its order: of what they are asked at all. Empty where they finish on theirs.
 */
export async function findAskedAgain(
  db: Db,
  call: Pick<Call, "id" | "definitionId" | "definition">,
  { definitionId, answers }: Pick<Draft, "definitionId" | "answers">,
): Promise<AskedAgain[]> {
  if (definitionId === call.definitionId) return [];
  const reasons = new Map<string, CallWords>();
  const since = { callId: call.id, definitionId };
  for (const { asksAgain } of await selectVersionsAfter(db, since))
    for (const id of asksAgain?.questions ?? [])
      if (asksAgain) reasons.set(id, asksAgain.reason);
  if (reasons.size === 0) return [];
  const begun = questionsOf(await findDefinition(db, definitionId));
  const known = new Set(begun.map(({ id }) => id));
  return askedQuestions(call.definition, answers).flatMap((asked) => {
    const reason = namesOf(asked, known)
      .map((id) => reasons.get(id))
      .find((one) => one !== undefined);
    return reason ? [{ ...asked, reason }] : [];
  });
}

/** By which ids a version may name it: a group that is new to somebody, who has no item of it, also by what it asks of each. */
function namesOf(asked: AskedQuestion, known: ReadonlySet<string>): string[] {
  const { question } = asked;
  const isNew = !known.has(question.id);
  const members = isNew ? membersOf(question).map(({ id }) => id) : [];
  return [idInDefinition(asked), ...members];
}

/**
 * Moves a draft to today's version, once its holder was told what is asked
 * again. Its answers and files stay, also those that are asked no more.
 *
 * @returns what is asked again; nothing where it was moved already, was sent or is gone.
 */
export async function moveToNewVersion(
  db: Db,
  { draftId, now }: { draftId: number; now: Date },
): Promise<AskedAgain[]> {
  return db.transaction().execute(async (trx) => {
    const row = await lockDraft(trx, draftId);
    if (!row || row.submitted_at !== null) return [];
    const call = await findCall(trx, row.call_id);
    const { definition_id: definitionId } = row;
    const answers = await selectDraftAnswers(trx, draftId);
    const again = await findAskedAgain(trx, call, { definitionId, answers });
    if (again.length === 0) return [];
    await moveDraft(trx, {
      ...{ draftId, definitionId: call.definitionId },
      begunDefinitionId: row.begun_definition_id ?? definitionId,
    });
    await recordEvent(trx, {
      ...{ at: now, actor: { kind: "respondent" }, type: "draft.asked-again" },
      subject: { kind: "draft", id: draftId },
      details: { callId: call.id, questions: again.length },
    });
    return again;
  });
}
