import { lockIndexOf, transactionBesideTurn } from "#app/db/locks.server.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";
import { joinAnswers } from "#app/db/search-answers.ts";
import { replaceNoteText } from "#app/db/search-notes.server.ts";
import { removeSearchText, replaceSearchText } from "#app/db/search.server.ts";
import { selectSearchedTexts } from "../attachments/attachment-texts.server.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { dueDay } from "../calls/dues.ts";
import { findDueRule } from "../calls/dues.server.ts";
import { ownWordsOf } from "../calls/question-types/question-types.ts";
import { forgetWordsKey, writeDerived } from "./changes.queries.server.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { isHeldBack } from "./held-back.queries.server.ts";
import {
  selectAnswers,
  selectAnswerValues,
  selectResponseById,
} from "./intake.queries.server.ts";
import { selectTeamTexts } from "./team-texts.queries.server.ts";
import {
  keyOfWords,
  noWordsKey,
  type SaidWords,
  type WordsKey,
} from "./same-words.server.ts";
import { isWithdrawn } from "./withdrawal.ts";
import {
  type Withheld,
  withheldFromSearches,
} from "./withheld-words.server.ts";

/**
 * Puts what people wrote in a response, the text of its files and the team's
 * notes on it into the search index, in place of what was there. What was chosen
 * is the form's words, and is found by its question (docs/decisions/321).
 * Identifying answers are not among `answers`, so they cannot get in. Body of
 * the job `response.index`; safe to run again.
 */
export async function indexResponse(
  db: Db,
  { responseId }: { responseId: number },
): Promise<void> {
  const indexed = await transactionBesideTurn(db).execute(async (trx) => {
    await lockIndexOf(trx, responseId);
    const response = await selectResponseById(trx, responseId);
    if (!response || isWithdrawn(response)) {
      await removeSearchText(trx, responseId);
      return undefined;
    }
    const withheld = await withheldFromSearches(trx, [responseId]);
    const answers = await selectWritten(trx, response, withheld);
    const isLeftOut = withheld.isFile;
    const files = await selectSearchedTexts(trx, { responseId, isLeftOut });
    await replaceSearchText(trx, responseId, {
      answers: joinAnswers(ownWordsIn(answers)),
      attachments: files.join("\n\n"),
    });
    await replaceNotes(trx, responseId);
    const rule = await findDueRule(trx, response.call_id);
    const dueOn = dueDay(rule, response.received_at);
    return { response, dueOn, ...(await keyOf(trx, response, answers)) };
  });
  // By itself: whoever changes a response has its row first and its part of the index then.
  if (indexed) await writeDerived(db, indexed);
}

type WrittenAnswer = SaidWords["answers"][number] & { position: number };

/** What is held back is none of the team's, and stands for nobody else's words. */
async function keyOf(
  trx: Trx,
  response: Row<"responses">,
  answers: WrittenAnswer[],
): Promise<WordsKey> {
  const { id, call_id: callId } = response;
  if (await isHeldBack(trx, id)) return noWordsKey;
  const files =
    response.attachment_count > 0
      ? await selectAttachmentsForReview(trx, id)
      : [];
  const fileHashes = files.map(({ sha256 }) => sha256);
  return keyOfWords({ callId, answers, fileHashes });
}

function ownWordsIn(answers: WrittenAnswer[]) {
  return answers.map(({ questionId, position, question, value, text }) => ({
    questionId,
    position,
    text: ownWordsOf(question, value, text),
  }));
}

/**
 * Its answers with their questions, in the order of the form. What was redacted
 * is not among their words; where it is in evidence, none of that is.
 */
async function selectWritten(
  trx: Trx,
  response: Row<"responses">,
  withheld: Withheld,
): Promise<WrittenAnswer[]> {
  const definition = await findDefinition(trx, response.definition_id);
  const values = await selectAnswerValues(trx, response);
  const questions = new Map(
    questionsOf(definition, values).map((question) => [question.id, question]),
  );
  const answers = await selectAnswers(trx, response);
  return answers.map(({ id, question_id: questionId, position, ...answer }) => {
    const text = withheld.hide(id, answer.text);
    return {
      questionId,
      position,
      question: questions.get(questionId),
      value: text === answer.text ? values[questionId] : text,
      text,
    };
  });
}

/** Indexes the notes and memos on a response anew, in the transaction that writes one. */
export async function indexTeamTexts(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await lockIndexOf(trx, responseId);
  await replaceNotes(trx, responseId);
}

async function replaceNotes(trx: Trx, responseId: number) {
  const texts = await selectTeamTexts(trx, responseId);
  const notes = texts.map((text) => ({ questionId: "", text }));
  await replaceNoteText(trx, responseId, joinAnswers(notes));
}

/**
 * Nobody finds a response by its words until it is indexed anew: in the
 * transaction that withholds some of them, so that there is no moment between.
 */
export async function closeUntilIndexed(
  trx: Trx,
  { responseId, now }: { responseId: number; now: Date },
): Promise<void> {
  await forgetWordsKey(trx, responseId);
  await closeToSearch(trx, responseId);
  await indexSoon(trx, { responseId, now });
}

/** Puts the job into the line that indexes a response anew. */
export async function indexSoon(
  trx: Trx,
  { responseId, now }: { responseId: number; now: Date },
): Promise<void> {
  await enqueueJob(trx, {
    kind: "response.index",
    payload: { responseId },
    now,
  });
}

/** Takes a response out of the search index, in the transaction that withdraws it. */
export async function closeToSearch(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await lockIndexOf(trx, responseId);
  await removeSearchText(trx, responseId);
}
