import type { Db, Row, Trx } from "#app/db/schema.ts";
import { askedQuestions } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { londonDay } from "../calls/london-time.ts";
import { parsePage } from "../calls/parse-page.ts";
import {
  type AnswerValue,
  isSameAnswer,
  type QuestionMessages,
} from "../calls/question-types/question-type.ts";
import {
  isIdentifying,
  type Question,
} from "../calls/question-types/question-types.ts";
import { findOwnRow } from "../responses/own-responses.server.ts";
import { isWithdrawn } from "../responses/withdrawal.ts";
import { hasCodingBegun } from "../tagging/coding.server.ts";
import type {
  ChangeRefusal,
  RevisionOutcome,
  Unfit,
} from "./answer-changes.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { compareContents } from "./changed-contents.ts";
import { readContents } from "./contents.server.ts";
import { writeChangedAnswer } from "./write-change.server.ts";
import { ownValue } from "../text/own-value.ts";

export type Revision<Refused> = {
  responseId: number;
  questionId: string;
  /** Those of the questions that are changed in this way. */
  among: (questions: Question[]) => Question[];
  /** Makes the new answer of the one that stands; undefined empties it. */
  revise: (trx: Trx, standing: Standing) => Promise<Revised | Refused>;
  /** The other answers of which its sender has read that they are left out with it. */
  leavesOut: readonly string[];
  messages: QuestionMessages;
  now: Date;
  by?: Viewer | undefined;
};

type Revised = {
  ok: true;
  value: AnswerValue | undefined;
  /** Answers that are changed with it, by question: those of one of its items. */
  alongside?: Answers;
};

export type Standing = {
  definition: CallDefinition;
  /** All that stands; of what is kept apart only that it was given. */
  answers: Answers;
  response: Row<"responses">;
  question: Question;
  /** Undefined is nothing, or what is kept apart. */
  saved: AnswerValue | undefined;
};

/**
 * Puts an answer in the place of the one that stands at that moment, for whoever
 * sent it, as long as nobody has begun to code the response. An emptied one is
 * taken back. The former words are kept; so are answers that are not asked for
 * because of it, and they come back when they are asked for again.
 */
export async function reviseOwnAnswer<Refused extends { ok: false }>(
  db: Db,
  revision: Revision<Refused>,
): Promise<RevisionOutcome | Refused> {
  return db.transaction().execute(async (trx) => {
    const response = await findOwnRow(trx, revision.responseId);
    const definition = await findDefinition(trx, response.definition_id);
    const contents = await readContents(trx, response);
    const { answers } = contents;
    const { questionId, among, leavesOut } = revision;
    const asked = among(questionsAsked(definition, answers));
    const question = asked.find(({ id }) => id === questionId);
    const reason = await refuseChange(trx, response);
    if (reason) return { ok: false, reason };
    if (!question) return { ok: false, reason: "not-asked" };
    // The box of what is kept apart is shown empty, so that an empty one says nothing.
    const saved = isIdentifying(question)
      ? undefined
      : ownValue(answers, question.id);
    const standing = { definition, answers, response, question, saved };
    const revised = await revision.revise(trx, standing);
    if (!revised.ok) return revised;
    const { value, alongside } = revised;
    if (!alongside && isSameAnswer(value, saved))
      return { ok: true, version: response.current_version };
    const changed = { ...alongside, [questionId]: value };
    const compared = compareContents(definition, contents, changed);
    if (compared.leaving.some((id) => !leavesOut.includes(id)))
      return { ok: false, reason: "leaves-out", questionIds: compared.leaving };
    const made = { response, definition, changed, ...compared };
    const written = { ...revision, ...made };
    return { ok: true, version: await writeChangedAnswer(trx, written) };
  });
}

/** Why nothing can be changed or added any more; undefined as long as it can. */
export async function refuseChange(
  db: Db | Trx,
  response: Pick<Row<"responses">, "id" | "state">,
): Promise<Exclude<ChangeRefusal, "not-asked"> | undefined> {
  if (isWithdrawn(response)) return "withdrawn";
  return (await hasCodingBegun(db, response.id)) ? "coded" : undefined;
}

/** The questions that are asked of somebody with these answers. */
export function questionsAsked(
  definition: CallDefinition,
  answers: Answers,
): Question[] {
  return askedQuestions(definition, answers).map(({ question }) => question);
}

/** What somebody gives as an answer, by the rules of its question. */
export function readGiven(
  typed: AnswerValue | undefined,
  { question, response: { language } }: Pick<Standing, "question" | "response">,
  { messages, now }: { messages: QuestionMessages; now: Date },
): { ok: true; value: AnswerValue | undefined } | Unfit {
  const { id } = question;
  const page = { id, questions: [question] };
  const reading = { language, messages, today: londonDay(now) };
  const { answers, problems, wrongParts } = parsePage(
    page,
    { [id]: typed },
    reading,
  );
  const problem = ownValue(problems, id);
  return problem === undefined
    ? { ok: true, value: answers[id] }
    : {
        ok: false,
        reason: "unfit",
        problem,
        wrongParts: ownValue(wrongParts, id) ?? [],
      };
}
