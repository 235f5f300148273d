import type { Db } from "#app/db/schema.ts";
import { findCall, findDefinition } from "../calls/calls.server.ts";
import { type CallDefinition, questionsOf } from "../calls/definition.ts";
import { inLanguage, type Language, toLanguage } from "../calls/languages.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import {
  type AnswerForReview,
  responseChannels,
  type ResponseForReview,
  responseStates,
} from "./responses.ts";
import {
  selectAnswers,
  selectResponseForReview,
} from "./review.queries.server.ts";

type ResponseRow = NonNullable<
  Awaited<ReturnType<typeof selectResponseForReview>>
>;

/**
 * A response as the review team reads it, by its reference; undefined where
 * there is none. Answers to identifying questions are not selected, so no page
 * made of this can show them.
 */
export async function findResponseForReview(
  db: Db,
  reference: string,
): Promise<ResponseForReview | undefined> {
  const row = await selectResponseForReview(db, reference);
  if (!row) return undefined;
  const definition = await findDefinition(db, row.definition_id);
  const call = await findCall(db, row.call_id);
  const language = toLanguage(row.language);
  const identityQuestionIds = await selectIdentityQuestionIds(db, row.id);
  const answers = await selectAnswers(db, row);
  return {
    ...describeRow(row),
    call: {
      id: call.id,
      slug: call.slug,
      title: inLanguage(call.definition.title, "en"),
      state: call.state,
    },
    hasIdentity: identityQuestionIds.length > 0,
    answers: answers.map((answer) => ({
      answerId: answer.id,
      questionId: answer.question_id,
      text: answer.text,
      ...describeQuestion(definition, answer.question_id, language),
    })),
    fileQuestionLabels: fileQuestionLabels(definition, language),
  };
}

function describeRow(row: ResponseRow) {
  const claim =
    row.claimed_by && row.claim_expires_at
      ? {
          staffId: row.claimed_by,
          name: row.claimant_name ?? "",
          expiresAt: row.claim_expires_at,
        }
      : null;
  const assignee = row.assignee_id
    ? { staffId: row.assignee_id, name: row.assignee_name ?? "" }
    : null;
  return {
    id: row.id,
    reference: row.reference,
    channel: oneOf(responseChannels, row.channel),
    language: toLanguage(row.language),
    receivedAt: row.received_at,
    recordedAt: row.recorded_at,
    wordCount: row.word_count,
    attachmentCount: row.attachment_count,
    state: oneOf(responseStates, row.state),
    hasSafeguardingFlag: row.safeguarding_flag === 1,
    assignee,
    claim,
    rowVersion: row.row_version,
  };
}

function oneOf<Known extends string>(
  known: readonly Known[],
  stored: string,
): Known {
  const found = known.find((candidate) => candidate === stored);
  if (!found) throw new Error(`Not one of the known: ${stored}`);
  return found;
}

function describeQuestion(
  definition: CallDefinition,
  questionId: string,
  language: Language,
): Pick<AnswerForReview, "label" | "questionType"> {
  const question = questionsOf(definition).find(({ id }) => id === questionId);
  return question
    ? {
        label: inLanguage(question.label, language),
        questionType: question.type,
      }
    : { label: questionId, questionType: "long-text" };
}

function fileQuestionLabels(definition: CallDefinition, language: Language) {
  return Object.fromEntries(
    questionsOf(definition)
      .filter((question) => question.type === "file-upload")
      .map((question) => [question.id, inLanguage(question.label, language)]),
  );
}
