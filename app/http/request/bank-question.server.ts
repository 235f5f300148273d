import { data } from "@remix-run/node";
import {
  findBankQuestion,
  selectFromBank,
} from "#app/domain/calls/bank/bank.server.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import type { RequestContext } from "./context.server.ts";

type Context = Pick<RequestContext, "db">;

/** A question of the bank with its versions. @throws a 404 where there is none of that key. */
export async function requireBankQuestion({ db }: Context, key = "") {
  const kept = await findBankQuestion(db, key);
  if (!kept) throw data(null, { status: 404 });
  return kept;
}

/** The bank's questions that some are copies of; nothing of those that came from another portal's bank. */
export async function findOrigins(
  { db }: Context,
  questions: readonly Pick<Question, "origin">[],
) {
  const keys = questions.flatMap(({ origin }) => origin?.item ?? []);
  return selectFromBank(db, keys);
}

/** The same of one question. */
export async function findOrigin(
  context: Context,
  question: Pick<Question, "origin">,
) {
  return (await findOrigins(context, [question]))[0];
}

/** 24 letters that name a question of the bank. */
export function newBankKey({
  randomBytes,
}: Pick<RequestContext, "randomBytes">): string {
  return randomBytes(12).toString("hex");
}
