import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { selectDayRoots } from "#app/domain/proofs/days.server.ts";
import { selectReceiptKeys } from "#app/domain/proofs/keys.server.ts";
import type { ReceiptFile } from "#app/domain/proofs/receipt-file.ts";
import { signOwnReceipt } from "#app/domain/responses/signed-receipts.server.ts";
import { givenDraft, someAdvice } from "#app/tasks/demo/factories.ts";
import { now, send } from "#tests/asking/sent-drafts.ts";
import { testSecret } from "#tests/given/context.ts";

/** Sends answers to a call of their own. @returns the id of the response. */
export async function givenSentNow(
  db: Db,
  answers = someAdvice,
  at = now,
): Promise<number> {
  const { draft } = await givenDraft(db, { answers, now: at });
  return sendDraft(db, draft.id, at);
}

/** @returns the id of the response. */
export async function sendDraft(
  db: Db,
  draftId: number,
  at = now,
): Promise<number> {
  const outcome = await send(db, draftId, at);
  if (!outcome.ok) throw new Error("A draft was not sent");
  const { id } = await db
    .selectFrom("responses")
    .select("id")
    .where("reference", "=", outcome.reference)
    .executeTakeFirstOrThrow();
  return id;
}

/** The signed receipt of a response, as a file and as what it says. */
export async function signedOf(db: Db, responseId: number, at = now) {
  const signing = { responseId, secret: testSecret, now: at, randomBytes };
  const text = await signOwnReceipt(db, signing);
  if (text === undefined) throw new Error("There is no receipt");
  return { text, file: JSON.parse(text) as ReceiptFile };
}

/** By what this portal checks. */
export async function knownOf(db: Db, secret = testSecret) {
  return {
    keys: await selectReceiptKeys(db, secret),
    days: await selectDayRoots(db),
  };
}
