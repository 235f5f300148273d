import type { Db } from "#app/db/schema.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { quotableValues, quotingQuestion } from "../calls/consent.ts";
import { whoSpeaks } from "./queue-known.ts";
import { readAnswersTo } from "../responses/asked-answers.server.ts";

/** What a row tells of whoever sent a response. */
export type Speaker = {
  /** The answer to who speaks, in the words of the choice; null where it was not asked or not answered. */
  speaker: string | null;
  /** False where the form asks whether it may be quoted, and nobody said yes. */
  mayBeQuoted: boolean;
};

export const unknownSpeaker: Speaker = { speaker: null, mayBeQuoted: true };

/** Of a page of responses, each by the form it was answered on. */
export async function selectSpeakers(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responses: readonly VisibleResponse[],
): Promise<Map<number, Speaker>> {
  const asked = new Map<number, { who: string; quotable: string }>();
  for (const { definitionId } of responses) {
    if (asked.has(definitionId)) continue;
    const definition = await findDefinition(db, definitionId);
    asked.set(definitionId, {
      who: whoSpeaks(definition)?.id ?? "",
      quotable: quotingQuestion(definition)?.id ?? "",
    });
  }
  const ids = [...asked.values()].flatMap(({ who, quotable }) => [
    who,
    quotable,
  ]);
  const questionIds = [...new Set(ids)].filter((id) => id !== "");
  if (questionIds.length === 0) return new Map();
  const responseIds = responses.map(({ responseId }) => responseId);
  const answers = await readAnswersTo(db, viewer, {
    responseIds,
    questionIds,
  });
  const answerTo = (responseId: number, questionId = "") =>
    answers.find(
      (one) => one.responseId === responseId && one.questionId === questionId,
    );
  return new Map(
    responses.map(({ responseId, definitionId }) => {
      const { who, quotable } = asked.get(definitionId) ?? {};
      const said = answerTo(responseId, quotable)?.value ?? "null";
      const mayBeQuoted =
        !quotable || quotableValues.includes(JSON.parse(said) as string);
      const speaker = answerTo(responseId, who)?.text ?? null;
      return [responseId, { speaker, mayBeQuoted }];
    }),
  );
}
