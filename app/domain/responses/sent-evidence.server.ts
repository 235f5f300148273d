import type { Db } from "#app/db/schema.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import type { Language } from "../calls/languages.ts";
import {
  evidenceItemsOf,
  topicsOf,
} from "../calls/question-types/evidence-items.ts";
import { findEvidenceQuestion } from "../calls/question-types/question-types.ts";
import {
  selectAnswerValues,
  selectResponseById,
} from "./intake.queries.server.ts";

/** The pieces of evidence of one answer, as they were sent. */
export type SentEvidence = {
  questionId: string;
  items: EvidenceItem[];
  /** Which of the review's questions an item may speak to, in the answer's language. */
  topics: { value: string; label: string }[];
};

type Sent = {
  responseId: number;
  definitionId: number;
  answersVersion: number;
  language: Language;
};

/** What a response has of evidence now. Its answers are asked for only where its form asks for some. */
export async function selectSentEvidence(
  db: Db,
  { responseId, definitionId, answersVersion, language }: Sent,
): Promise<SentEvidence[]> {
  const definition = await findDefinition(db, definitionId);
  const questions = questionsOf(definition).flatMap(
    (question) => findEvidenceQuestion([question]) ?? [],
  );
  if (questions.length === 0) return [];
  const answers = await selectAnswerValues(db, {
    id: responseId,
    current_version: answersVersion,
  });
  return questions
    .map((question) => ({
      questionId: question.id,
      items: evidenceItemsOf(answers[question.id]),
      topics: topicsOf(question, language),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The same for its sender. */
export async function selectOwnEvidence(
  db: Db,
  responseId: number,
): Promise<SentEvidence[]> {
  const response = await selectResponseById(db, responseId);
  if (!response) return [];
  return selectSentEvidence(db, {
    responseId,
    definitionId: response.definition_id,
    answersVersion: response.current_version,
    language: response.language,
  });
}
