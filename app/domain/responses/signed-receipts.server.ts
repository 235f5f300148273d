import type { Db, Row, Trx } from "#app/db/schema.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { inLanguage } from "../calls/languages.ts";
import {
  compareStatements,
  type StatementChange,
} from "../proofs/compare-statements.ts";
import type { Statement } from "../proofs/receipt-file.ts";
import {
  findStatementOf,
  keepReceiptOf,
  type Said,
  signReceipt,
} from "../proofs/receipts-kept.server.ts";
import {
  selectResponseById,
  selectResponseByReference,
} from "./intake.queries.server.ts";
import type { SentAnswer } from "./responses.ts";
import { selectSentAnswers } from "./sent-answers.server.ts";
import { isWithdrawn } from "./withdrawal.ts";

type Facts = Pick<
  Row<"responses">,
  "reference" | "language" | "received_at" | "state"
>;

/**
 * What a receipt says of a response: its present answers and files, in the words
 * of the form it was answered on. What is kept apart is told as given; of one
 * that was taken back nothing but that it was.
 */
export function sayWhatIsThere(
  response: Facts,
  definition: CallDefinition,
  answers: SentAnswer[],
): Said {
  const { reference, language, received_at: sentAt } = response;
  const isTakenBack = isWithdrawn(response);
  const told = isTakenBack ? [] : answers;
  return {
    reference,
    call: inLanguage(definition.title, language),
    language,
    sentAt,
    isWithdrawn: isTakenBack,
    answers: told.flatMap(({ questionId, label, line, isKeptApart }) =>
      line === undefined && !isKeptApart
        ? []
        : [{ id: questionId, question: label, text: line ?? null }],
    ),
    files: told.flatMap(({ questionId, files }) =>
      files.map(({ name, byteSize, sha256 }) => ({
        question: questionId,
        name,
        size: byteSize,
        sha256,
      })),
    ),
  };
}

async function readWhatIsThere(
  db: Db,
  response: Row<"responses">,
): Promise<Said> {
  const definition = await findDefinition(db, response.definition_id);
  const answers = await selectSentAnswers(db, response);
  return sayWhatIsThere(response, definition, answers);
}

/**
 * Fixes what a response says now, in the transaction that changed it: each
 * change of a sender's is in the root of the day on which it was made.
 */
export async function keepReceiptOfChange(
  trx: Trx,
  { responseId, now }: { responseId: number; now: Date },
): Promise<void> {
  const response = await selectResponseById(trx, responseId);
  if (!response) throw new Error(`There is no response ${responseId}`);
  const said = await readWhatIsThere(trx, response);
  await keepReceiptOf(trx, { responseId, said, now });
}

type Signing = {
  responseId: number;
  secret: string;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/** The signed receipt of a response as it is now; undefined where it is not there any more. */
export async function signOwnReceipt(
  db: Db,
  { responseId, ...signing }: Signing,
): Promise<string | undefined> {
  const response = await selectResponseById(db, responseId);
  if (!response) return undefined;
  const said = await readWhatIsThere(db, response);
  return signReceipt(db, { responseId, said, ...signing });
}

/**
 * In what a receipt that was changed is not what was sent: told to whoever has its
 * salt, which stands in nothing but the receipt. Undefined where that cannot be told.
 */
export async function findChangesOf(
  db: Db,
  given: Statement,
): Promise<StatementChange[] | undefined> {
  const response = await selectResponseByReference(db, given.reference);
  if (!response || isWithdrawn(response)) return undefined;
  const said = await readWhatIsThere(db, response);
  const of = { responseId: response.id, said, given };
  const statement = await findStatementOf(db, of);
  return statement && compareStatements(statement, given);
}
