import type { Row, Trx } from "#app/db/schema.ts";
import type { NewEvent } from "../audit/audit.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { asksAgain, questionsOf } from "../calls/asked-pages.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { changeOwnResponse, changeResponse } from "./changes.server.ts";
import { type FrozenAnswer, summariseAnswers } from "./frozen-answers.ts";
import {
  insertAnswers,
  selectAnswers,
  selectAnswerValues,
} from "./intake.queries.server.ts";
import { closeToSearch } from "./search-index.server.ts";
import type { Viewer } from "./visible-responses.ts";
import { carryAnswers, placeAnswers } from "./versions.queries.server.ts";

export type NewVersion = {
  /** As it was found in this transaction. */
  response: Row<"responses">;
  /** Questions whose answers stay behind, in the version that was. */
  without: string[];
  /** What stands in their place, or is new. */
  answers: FrozenAnswer[];
  /** What happened; it gets the version. */
  event: Pick<NewEvent, "type" | "details">;
  now: Date;
  /** Of the team, who corrects what was keyed in; left out, it is its sender. */
  by?: Viewer | undefined;
};

/**
 * The one way in which what was sent becomes another version, once its files and
 * identifying answers are as they are to be: answers that stay go along under
 * their ids, so that what points to them is right; the counts, the queue and the
 * search follow. The former words are out of the search at once.
 *
 * @returns the number of the version.
 */
export async function makeVersion(
  trx: Trx,
  { response, without, answers, event, now, by }: NewVersion,
): Promise<number> {
  const { id: responseId, current_version } = response;
  const version = current_version + 1;
  const behind = [...without, ...answers.map(({ questionId }) => questionId)];
  const from = { responseId, version: current_version, without: behind };
  await carryAnswers(trx, from);
  await insertAnswers(trx, responseId, answers, version);
  await putInOrder(trx, response, version);
  const content = await describeContent(trx, response, version);
  const change = {
    responseId,
    rowVersion: response.row_version,
    set: { content },
    events: [{ ...event, details: { ...event.details, version } }],
    now,
  };
  const changed = by
    ? await changeResponse(trx, { ...change, actor: by })
    : await changeOwnResponse(trx, change);
  if (!changed.ok)
    throw new Error("The response changed inside the transaction");
  await closeToSearch(trx, responseId);
  await enqueueJob(trx, {
    kind: "response.index",
    payload: { responseId },
    now,
  });
  return version;
}

/** Which items there are decides where everything behind them stands. */
async function putInOrder(
  trx: Trx,
  { id, definition_id }: Row<"responses">,
  version: number,
): Promise<void> {
  const definition = await findDefinition(trx, definition_id);
  if (!asksAgain(definition)) return;
  const values = await selectAnswerValues(trx, {
    id,
    current_version: version,
  });
  const order = questionsOf(definition, values).map((one) => one.id);
  await placeAnswers(trx, { responseId: id, version, order });
}

async function describeContent(
  trx: Trx,
  { id, definition_id }: Row<"responses">,
  version: number,
) {
  const definition = await findDefinition(trx, definition_id);
  const rows = await selectAnswers(trx, { id, current_version: version });
  const texts = rows.map(({ question_id, text }) => [question_id, text]);
  const answered = questionsOf(definition, Object.fromEntries(texts));
  const questions = new Map(answered.map((one) => [one.id, one]));
  const files = await selectAttachmentsForReview(trx, id);
  const answers = rows.map(({ question_id, text }) => {
    const question = questions.get(question_id);
    const prose = question ? questionTypeOf(question).prose : "none";
    return { prose, text };
  });
  const attachmentCount = files.length;
  return { version, ...summariseAnswers(answers), attachmentCount };
}
