import type { Db, Row } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import {
  type AnswerValue,
  givenApart,
  readStoredAnswer,
} from "../calls/question-types/question-type.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import { selectAnswerValues } from "./intake.queries.server.ts";
import { selectEarlierAnswers } from "./versions.queries.server.ts";
import { ownValue } from "../text/own-value.ts";

/** What stands in a response, with what is kept apart told as given; and, by question, what stood there last where nothing does. */
export async function readOwnAnswers(
  db: Db,
  response: Row<"responses">,
): Promise<{ answers: Answers; former: Answers }> {
  const apart = await selectIdentityQuestionIds(db, response.id);
  const answers: Answers = {
    ...(await selectAnswerValues(db, { id: response.id })),
    ...Object.fromEntries(apart.map((id) => [id, givenApart])),
  };
  const former: Answers = {};
  for (const row of await selectEarlierAnswers(db, response))
    if (
      row.taken_back_at === null &&
      ownValue(answers, row.question_id) === undefined
    )
      former[row.question_id] = readStoredAnswer(row.value);
  return { answers, former };
}

/** Every answer that was ever given, by question, whatever became of it. */
export async function readEveryAnswer(
  db: Db,
  { id, current_version }: Row<"responses">,
): Promise<[questionId: string, value: AnswerValue | undefined][]> {
  // What stands is earlier than the version after it.
  const next = { id, current_version: current_version + 1 };
  const rows = await selectEarlierAnswers(db, next);
  return rows.map((row) => [row.question_id, readStoredAnswer(row.value)]);
}

/** Words that do not stand any more, and the last version in which they did. */
export type EarlierAnswer = {
  answerId: number;
  questionId: string;
  version: number;
  text: string;
  isTakenBack: boolean;
};

/** All of them, oldest first. Those that were taken back are for their sender, and for whoever said why. */
export async function readEarlierAnswers(
  db: Db,
  response: Pick<Row<"responses">, "id" | "current_version">,
): Promise<EarlierAnswer[]> {
  if (response.current_version === 1) return [];
  const rows = await selectEarlierAnswers(db, response);
  return rows.map(({ id, question_id, version, text, taken_back_at }) => ({
    answerId: id,
    questionId: question_id,
    version,
    text,
    isTakenBack: taken_back_at !== null,
  }));
}
