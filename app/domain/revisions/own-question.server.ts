import type { Db } from "#app/db/schema.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { evidenceItemsOf } from "../calls/question-types/evidence-items.ts";
import {
  findEvidenceQuestion,
  type Question,
} from "../calls/question-types/question-types.ts";
import { findOwnRow } from "../responses/own-responses.server.ts";
import { takingFiles } from "./add-file.server.ts";
import type { ChangeRefusal } from "./answer-changes.ts";
import { withFields } from "./change-answer.server.ts";
import { readContents } from "./contents.server.ts";
import { askingAgain, groupOf, selectItemIds } from "./own-groups.server.ts";
import { askingForEvidence } from "./own-items.server.ts";
import { questionsAsked, refuseChange } from "./revise-answer.server.ts";

type Changeable = {
  definition: CallDefinition;
  /** Those that have fields of their own, those that take files, those that ask for evidence, and those that are asked again. */
  questions: Question[];
  fileQuestions: Question[];
  evidenceQuestions: Question[];
  groupQuestions: Question[];
  answers: Answers;
  /** Why nothing can be changed any more. */
  reason: Exclude<ChangeRefusal, "not-asked"> | undefined;
};

/** The questions of a response that are asked and can be answered anew, with what stands, and whether it can be changed. */
export async function selectChangeable(
  db: Db,
  responseId: number,
): Promise<Changeable> {
  const response = await findOwnRow(db, responseId);
  const definition = await findDefinition(db, response.definition_id);
  const { answers } = await readContents(db, response);
  const asked = questionsAsked(definition, answers);
  return {
    definition,
    questions: withFields(asked),
    fileQuestions: takingFiles(definition, answers),
    evidenceQuestions: askingForEvidence(asked),
    groupQuestions: askingAgain(asked),
    answers,
    reason: await refuseChange(db, response),
  };
}

type OwnQuestion = { responseId: number; questionId: string };

type Opened = Pick<Changeable, "definition" | "answers" | "reason"> & {
  question: Question | undefined;
};

/** One of those with fields; undefined where the response has no such question. */
export async function openOwnQuestion(
  db: Db,
  of: OwnQuestion,
): Promise<Opened> {
  const { questions, ...rest } = await selectChangeable(db, of.responseId);
  return { ...rest, question: questions.find(isNamed(of)) };
}

/** The same of one that takes files. */
export async function openOwnFileQuestion(
  db: Db,
  of: OwnQuestion,
): Promise<Opened> {
  const { fileQuestions, ...rest } = await selectChangeable(db, of.responseId);
  return { ...rest, question: fileQuestions.find(isNamed(of)) };
}

/** One that asks for evidence, with the items that stand. */
export async function openOwnEvidence(db: Db, of: OwnQuestion) {
  const { evidenceQuestions, answers, reason } = await selectChangeable(
    db,
    of.responseId,
  );
  const question = findEvidenceQuestion(evidenceQuestions.filter(isNamed(of)));
  // An answer of another type has a list of another shape.
  const items = question ? evidenceItemsOf(answers[question.id]) : [];
  return { question, items, reason };
}

/** One that is asked again, with the items that stand; `used` are the ids of all that ever stood. */
export async function openOwnGroup(db: Db, of: OwnQuestion) {
  const { groupQuestions, definition, answers, reason } =
    await selectChangeable(db, of.responseId);
  const [question] = groupQuestions.filter(isNamed(of));
  const open = question && groupOf({ definition, answers, question });
  const response = await findOwnRow(db, of.responseId);
  const used = open ? await selectItemIds(db, response, open.group) : [];
  return { open: open && { ...open, answers, used }, reason };
}

function isNamed({ questionId }: OwnQuestion) {
  return ({ id }: Question) => id === questionId;
}
