import type { Db } from "#app/db/schema.ts";
import { findCall } from "../calls/calls.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import {
  asksAgain,
  everyQuestion,
  labelOfGone,
  questionsOf,
} from "../calls/asked-pages.ts";
import { quotingIn, quotingMeanings } from "../calls/consent.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { inLanguage, type Language } from "../calls/languages.ts";
import { labelBeside } from "../calls/repeated-pages.ts";
import {
  isFixedAnswer,
  takesFiles,
} from "../calls/question-types/question-types.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import { selectAnswers, selectAnswerValues } from "./intake.queries.server.ts";
import type { ResponseForReview } from "./review.ts";
import {
  findVisibleResponse,
  type Seeing,
} from "./visible-responses.server.ts";
import type { VisibleResponse } from "./visible-responses.ts";
import { type Withheld, withheldFrom } from "./withheld-words.server.ts";

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
  if (!response) return undefined;
  const { responseId } = response;
  const withheld = await withheldFrom(db, seen.viewer, [responseId]);
  return readForReview(db, response, withheld);
}

type EveryQuestion = ReturnType<typeof everyQuestion>[number];

/** The same of a response that was found already, without what is withheld from its reader. */
export async function readForReview(
  db: Db,
  response: VisibleResponse,
  withheld: Withheld,
): Promise<ResponseForReview> {
  const { responseId, answersVersion, language } = response;
  const definition = await findDefinition(db, response.definitionId);
  const call = await findCall(db, response.callId);
  const identityQuestionIds = await selectIdentityQuestionIds(db, responseId);
  const answers = await selectAnswers(db, {
    id: responseId,
    current_version: answersVersion,
  });
  const values = await selectAnswerValues(db, {
    id: responseId,
    current_version: answersVersion,
  });
  const asked = new Map(
    everyQuestion(definition, values).map((one) => [one.question.id, one]),
  );
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
      text: withheld.hide(answer.id, answer.text),
      ...describeAsked(asked.get(answer.question_id), answer, language),
    })),
    quoting: quotingIn(definition, values),
    fileQuestionLabels: fileQuestionLabels(definition, language),
  };
}

function describeAsked(
  asked: EveryQuestion | undefined,
  answer: { question_id: string },
  language: Language,
) {
  const question = asked?.question;
  return {
    label: asked ? labelBeside(asked, language) : answer.question_id,
    isFixed: question !== undefined && isFixedAnswer(question),
    saysConsent: quotingMeanings.some((one) => one === question?.meaning),
  };
}

/**
 * What each question of a response is called. Which items it has of what was
 * asked again, only its answers say.
 *
 * @param of.besides questions whose answers stand there no more.
 */
export async function readQuestionLabels(
  db: Db,
  definition: CallDefinition,
  of: Pick<VisibleResponse, "responseId" | "answersVersion" | "language"> & {
    besides?: string[];
  },
): Promise<Map<string, string>> {
  const version = { id: of.responseId, current_version: of.answersVersion };
  const values = asksAgain(definition)
    ? await selectAnswerValues(db, version)
    : {};
  const gone = (of.besides ?? []).map(
    (id) => [id, labelOfGone(definition, id, of.language)] as const,
  );
  const stand = everyQuestion(definition, values).map(
    (one) => [one.question.id, labelBeside(one, of.language)] as const,
  );
  return new Map([...gone, ...stand]);
}

function fileQuestionLabels(definition: CallDefinition, language: Language) {
  return Object.fromEntries(
    questionsOf(definition)
      .filter(takesFiles)
      .map((question) => [question.id, inLanguage(question.label, language)]),
  );
}
