import type { Db } from "#app/db/schema.ts";
import { findCall } from "../calls/calls.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { inLanguage, type Language } from "../calls/languages.ts";
import { takesFiles } from "../calls/question-types/question-types.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import { selectAnswers } from "./intake.queries.server.ts";
import type { AnswerForReview, ResponseForReview } from "./review.ts";
import {
  findVisibleResponse,
  type Seeing,
} from "./visible-responses.server.ts";
import type { VisibleResponse } from "./visible-responses.ts";

/**
 * A response as the review team reads it, by its reference; undefined where
 * there is none for this viewer. Answers to identifying questions are not
 * selected, so no page made of this can show them.
 */
export async function findResponseForReview(
  db: Db,
  seen: Seeing & { reference: string },
): Promise<ResponseForReview | undefined> {
  const response = await findVisibleResponse(db, seen);
  return response && readForReview(db, response);
}

/** The same of a response that was found already. */
export async function readForReview(
  db: Db,
  response: VisibleResponse,
): Promise<ResponseForReview> {
  const { responseId, answersVersion, language } = response;
  const definition = await findDefinition(db, response.definitionId);
  const call = await findCall(db, response.callId);
  const identityQuestionIds = await selectIdentityQuestionIds(db, responseId);
  const answers = await selectAnswers(db, {
    id: responseId,
    current_version: answersVersion,
  });
  return {
    ...response,
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

function describeQuestion(
  definition: CallDefinition,
  questionId: string,
  language: Language,
): Pick<AnswerForReview, "label"> {
  const question = questionsOf(definition).find(({ id }) => id === questionId);
  return {
    label: question ? inLanguage(question.label, language) : questionId,
  };
}

function fileQuestionLabels(definition: CallDefinition, language: Language) {
  return Object.fromEntries(
    questionsOf(definition)
      .filter(takesFiles)
      .map((question) => [question.id, inLanguage(question.label, language)]),
  );
}
