import type { Db, Trx } from "#app/db/schema.ts";
import { selectEvents } from "../audit/audit.server.ts";
import {
  type AnswerValue,
  isSameAnswer,
  type QuestionMessages,
} from "../calls/question-types/question-type.ts";
import {
  hasNoFields,
  type Question,
} from "../calls/question-types/question-types.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { answerTakenBack } from "../responses/taken-back.ts";
import {
  answerChanged,
  type ChangedElsewhere,
  type ChangeOutcome,
  type Unfit,
} from "./answer-changes.ts";
import { readGiven, reviseOwnAnswer } from "./revise-answer.server.ts";

export type AnswerChange = {
  responseId: number;
  questionId: string;
  /** As the question's own fields sent it, fitting or not. */
  typed: AnswerValue | undefined;
  /** The version that the form was shown with. */
  version: number;
  /** The other answers of which its sender has read that they are left out with it. */
  leavesOut: readonly string[];
  messages: QuestionMessages;
  now: Date;
  /** Of the team, who corrects what was keyed in; left out, it is its sender. */
  by?: Viewer | undefined;
};

/** Puts another answer to a question with fields of its own in the place of the one that was sent, by the rules of its question, as on the page where it was first given. */
export async function changeOwnAnswer(
  db: Db,
  change: AnswerChange,
): Promise<ChangeOutcome> {
  return reviseOwnAnswer<Unfit | ChangedElsewhere>(db, {
    ...change,
    among: withFields,
    revise: async (trx, standing) => {
      const read = readGiven(change.typed, standing, change);
      const { saved, response } = standing;
      if (!read.ok || isSameAnswer(read.value, saved)) return read;
      const { current_version: version } = response;
      return (await wasChangedSince(trx, change))
        ? { ok: false, reason: "changed-elsewhere", version, saved }
        : read;
    },
  });
}

/** Those that have fields of their own. */
export function withFields(questions: Question[]): Question[] {
  return questions.filter((question) => !hasNoFields(question));
}

/** Of answers that stay a version says nothing: what counts is whether this one was changed. */
async function wasChangedSince(
  trx: Trx,
  { responseId, questionId, version }: AnswerChange,
): Promise<boolean> {
  const events = await selectEvents(trx, {
    subject: { kind: "response", id: responseId },
    types: [answerChanged, answerTakenBack],
  });
  return events.some(
    ({ details }) =>
      details.questionId === questionId && Number(details.version) > version,
  );
}
