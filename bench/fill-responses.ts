import { randomBytes as systemRandomBytes } from "node:crypto";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { joinAnswers } from "#app/db/search-answers.ts";
import { insertSearchTexts } from "#app/db/search.server.ts";
import { linkEvents } from "#app/domain/audit/audit.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { questionsOf } from "#app/domain/calls/asked-pages.ts";
import { ownWordsOf } from "#app/domain/calls/question-types/question-types.ts";
import type { FrozenAnswers } from "#app/domain/responses/frozen-answers.ts";
import { keyOfWords } from "#app/domain/responses/same-words.server.ts";
import { makeReference } from "#app/domain/responses/receipts.server.ts";
import { bulkInserter } from "./bulk-insert.ts";
import { versionOf, eventsOf } from "./fill-events.ts";
import { hurry } from "./fill-hurry.ts";
import type { FillTeam, PlannedResponse } from "./fill-plan.ts";
import { makeResponses, type MadeResponse } from "./fill-texts.ts";

export type Fill = FillTeam & {
  call: Call;
  count: number;
  now: Date;
  randomBytes?: (count: number) => Buffer;
  /** How many are written in one transaction. */
  partSize?: number;
  onProgress?: (done: number) => void;
};

/**
 * Writes responses as the real operations would have left them: the response,
 * its answers, its place in the search index, its tags, and every event in the
 * chain; indexes and counts are made when all are there. What it leaves out is the jobs
 * that indexed them, and notes, files, passages and names, which none has.
 */
export async function fillResponses(db: Db, fill: Fill): Promise<void> {
  const slowDown = await hurry(db);
  const writing = { ...fill, insert: bulkInserter(), drawn: new Set<string>() };
  const parts = makeResponses({
    count: fill.count,
    now: fill.now,
    definition: fill.call.definition,
    partSize: fill.partSize ?? 2_000,
  });
  let done = 0;
  for await (const made of parts) {
    await db.transaction().execute((trx) => writeResponses(trx, made, writing));
    done += made.length;
    fill.onProgress?.(done);
  }
  await slowDown();
}

type Writing = Fill & {
  insert: ReturnType<typeof bulkInserter>;
  /** References; of 300,000 two are the same in one fill of fourteen. */
  drawn: Set<string>;
};

async function writeResponses(trx: Trx, made: MadeResponse[], fill: Writing) {
  const rows = made.map(({ plan, frozen }) => responseRow(plan, frozen, fill));
  const ids = await fill.insert(trx, "responses", rows, "id");
  const responses = made.map((response, index) => ({
    ...response,
    id: ids[index]?.id ?? 0,
  }));
  await fill.insert(trx, "answers", responses.flatMap(answerRows));
  for (let start = 0; start < responses.length; start += 500)
    await insertSearchTexts(
      trx,
      responses.slice(start, start + 500).map(({ id, frozen }) => ({
        responseId: id,
        answers: joinAnswers(ownWordsIn(frozen, fill)),
        attachments: "",
      })),
    );
  await fill.insert(
    trx,
    "response_tags",
    responses.flatMap(({ id, plan }) => tagRows(id, plan, fill)),
  );
  await fill.insert(
    trx,
    "safeguarding_cases",
    responses.flatMap(({ id, plan }) => caseRows(id, plan, fill)),
  );
  const events = responses.flatMap(({ id, plan }) => eventsOf(id, plan, fill));
  await fill.insert(trx, "events", await linkEvents(trx, events));
}

function ownWordsIn({ answers }: FrozenAnswers, { call }: Writing) {
  const questions = questionsOf(call.definition);
  return answers.map(({ questionId, position, value, text }) => {
    const question = questions.find(({ id }) => id === questionId);
    return { questionId, position, text: ownWordsOf(question, value, text) };
  });
}

function responseRow(
  plan: PlannedResponse,
  frozen: FrozenAnswers,
  fill: Writing,
): NewRow<"responses"> {
  const { call, staffIds } = fill;
  const { decision, isFlagged } = plan;
  return {
    reference: drawReference(fill),
    call_id: call.id,
    definition_id: call.definitionId,
    channel: plan.channel,
    import_id: null,
    source_key: null,
    language: "en",
    received_at: plan.receivedAt.toISOString(),
    recorded_at: plan.recordedAt.toISOString(),
    word_count: frozen.wordCount,
    excerpt: frozen.excerpt,
    receipt_code_hash: null,
    state: decision?.state ?? "received",
    awaits_triage: decision ? 0 : 1,
    safeguarding_flag: isFlagged ? 1 : 0,
    assignee_id: staffIds[decision?.assigneeNumber ?? -1] ?? null,
    claimed_by: null,
    claim_expires_at: null,
    row_version: versionOf(plan),
    ...saidIn(frozen, call),
  };
}

/** What the index job finds out: whether another says the same. */
function saidIn({ answers }: FrozenAnswers, call: Call) {
  const questions = questionsOf(call.definition);
  const { wordsKey, saysNothing } = keyOfWords({
    callId: call.id,
    answers: answers.map((answer) => ({
      ...answer,
      question: questions.find(({ id }) => id === answer.questionId),
    })),
    fileHashes: [],
  });
  return {
    words_key: wordsKey,
    says_nothing: saysNothing ? (1 as const) : (0 as const),
  };
}

function drawReference({ drawn, randomBytes = systemRandomBytes }: Writing) {
  let reference = makeReference(randomBytes);
  while (drawn.has(reference)) reference = makeReference(randomBytes);
  drawn.add(reference);
  return reference;
}

function answerRows({ id, frozen }: { id: number; frozen: FrozenAnswers }) {
  return frozen.answers.map((answer) => ({
    response_id: id,
    version: 1,
    question_id: answer.questionId,
    position: answer.position,
    value: JSON.stringify(answer.value),
    text: answer.text,
  }));
}

function tagRows(
  id: number,
  { tagNumber, recordedAt }: PlannedResponse,
  fill: Fill,
) {
  const tagId = tagNumber === undefined ? undefined : fill.tagIds[tagNumber];
  if (tagId === undefined) return [];
  return [
    {
      response_id: id,
      tag_id: tagId,
      tagged_by: fill.staffIds[0] ?? "",
      tagged_at: recordedAt.toISOString(),
    },
  ];
}

/** Nobody has taken it up; the mail about it is a job, and left out with the others. */
function caseRows(
  id: number,
  { isFlagged, recordedAt }: PlannedResponse,
  { staffIds }: Fill,
): NewRow<"safeguarding_cases">[] {
  if (!isFlagged) return [];
  const opened = recordedAt.toISOString();
  return [
    {
      ...{ response_id: id, kind: "other", words: "" },
      ...{ opened_by: staffIds[0] ?? "", opened_at: opened },
    },
  ];
}
