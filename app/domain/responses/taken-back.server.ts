import type { Db, Trx } from "#app/db/schema.ts";
import { selectEvents } from "../audit/audit.server.ts";
import { deleteIdentities } from "./identity.queries.server.ts";
import {
  answerTakenBack,
  fileTakenBack,
  type TakenBack,
  tookBackAlongside,
} from "./taken-back.ts";
import {
  closeAnswers,
  selectClosedAnswers,
} from "./versions.queries.server.ts";
import type { Withheld } from "./withheld-words.server.ts";

/** What was taken back of a response, oldest first; nothing of what it said. */
export async function selectTakenBack(
  db: Db,
  responseId: number,
): Promise<TakenBack[]> {
  const events = await selectEvents(db, {
    subject: { kind: "response", id: responseId },
  });
  return events.flatMap(({ at, type, details }) => {
    const { questionId, attachmentId, [tookBackAlongside]: ids = [] } = details;
    const alongside = Array.isArray(ids) ? ids : [];
    const itself = type === answerTakenBack || type === fileTakenBack;
    return [
      ...(itself
        ? [
            {
              questionId: String(questionId),
              attachmentId:
                attachmentId === undefined ? undefined : Number(attachmentId),
              at,
            },
          ]
        : []),
      ...alongside.map((id) => ({
        questionId: String(id),
        attachmentId: undefined,
        at,
      })),
    ];
  });
}

/** The words of the answers among it, by question, the former ones first: for whoever said why they have to read them. */
export async function readTakenBackAnswers(
  db: Db,
  responseId: number,
  withheld: Withheld,
): Promise<Map<string, string[]>> {
  const words = new Map<string, string[]>();
  const rows = await selectClosedAnswers(db, responseId);
  for (const { id, question_id, text } of rows)
    words.set(question_id, [
      ...(words.get(question_id) ?? []),
      withheld.hide(id, text),
    ]);
  return words;
}

/**
 * Closes what was answered to a question; of who somebody is, the words go.
 *
 * @returns the ids of the answers that are closed now, and whether there was anything.
 */
export async function closeAnswer(
  trx: Trx,
  of: { responseId: number; questionId: string; at: Date },
): Promise<{ answerIds: number[]; isFound: boolean }> {
  const answerIds = await closeAnswers(trx, of);
  const { responseId, questionId } = of;
  const questionIds = [questionId];
  const identities = await deleteIdentities(trx, { responseId, questionIds });
  return { answerIds, isFound: answerIds.length + identities > 0 };
}
