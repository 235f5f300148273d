import { lockIndexOf, transactionBesideTurn } from "#app/db/locks.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { removeSearchText, replaceSearchText } from "#app/db/search.server.ts";
import { selectSearchedTexts } from "../attachments/attachment-texts.server.ts";
import { isWithdrawn } from "./withdrawal.ts";
import { selectAnswers, selectResponseById } from "./intake.queries.server.ts";

/**
 * Puts a response's answers and the text of its files into the search index,
 * in place of what was there. Identifying answers are not among `answers`, so
 * they cannot get in. Body of the job `response.index`; safe to run again.
 */
export async function indexResponse(
  db: Db,
  { responseId }: { responseId: number },
): Promise<void> {
  await transactionBesideTurn(db).execute(async (trx) => {
    await lockIndexOf(trx, responseId);
    const response = await selectResponseById(trx, responseId);
    if (!response || isWithdrawn(response))
      return removeSearchText(trx, responseId);
    const answers = await selectAnswers(trx, response);
    const files = await selectSearchedTexts(trx, responseId);
    await replaceSearchText(trx, responseId, {
      answers: answers.map((answer) => answer.text).join("\n\n"),
      attachments: files.join("\n\n"),
    });
  });
}

/** Takes a response out of the search index, in the transaction that withdraws it. */
export async function closeToSearch(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await lockIndexOf(trx, responseId);
  await removeSearchText(trx, responseId);
}
