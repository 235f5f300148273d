import { createHmac } from "node:crypto";
import type { Db, Trx } from "#app/db/schema.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { may } from "../accounts/permissions.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { isEmailAddress, tidyEmailAddress } from "../text/email-address.ts";
import { selectIdentity } from "./identity.queries.server.ts";
import { selectResponseById } from "./intake.queries.server.ts";
import {
  clearPersonKeys,
  selectOthersOfPerson,
  writePersonKeys,
} from "./same-person.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/**
 * What is the same for two answers of a call that give one address. Only who has
 * the server's secret can try addresses on it, and of another call it tells nothing.
 *
 * @returns undefined where it is no address.
 */
export function keyOfPerson(
  secret: string,
  { callId, address }: { callId: number; address: unknown },
): string | undefined {
  if (typeof address !== "string") return undefined;
  const tidy = tidyEmailAddress(address).toLowerCase();
  if (!isEmailAddress(tidy)) return undefined;
  return createHmac("sha256", secret)
    .update(`same-person:${callId}:${tidy}`)
    .digest("base64url");
}

/**
 * Writes beside each email address of a response by which key its person is
 * found again; a part of the job `response.index`, which follows whatever
 * changes who somebody is. Safe to run again.
 */
export async function markPerson(
  db: Db,
  { responseId, secret }: { responseId: number; secret: string },
): Promise<void> {
  const response = await selectResponseById(db, responseId);
  if (!response) return;
  const identity = await selectIdentity(db, responseId);
  if (identity.length === 0) return;
  const definition = await findDefinition(db, response.definition_id);
  const emails = new Set(
    questionsOf(definition).flatMap((question) =>
      questionTypeOf(question).visibility.identifyingByNature
        ? [question.id]
        : [],
    ),
  );
  const keys = identity
    .filter(({ questionId }) => emails.has(questionId))
    .map(({ id, value: address }) => ({
      id,
      key: keyOfPerson(secret, { callId: response.call_id, address }),
    }));
  await writePersonKeys(db, keys);
}

/** Under another secret nobody would be found again: every key is made anew. */
export async function remakePersonKeys(trx: Trx, now: Date): Promise<void> {
  for (const responseId of await clearPersonKeys(trx))
    await enqueueJob(trx, {
      kind: "response.index",
      payload: { responseId },
      now,
    });
}

/** References of the other responses of its call by the same person, for who may ask who sent it: none of what is frozen, held back or taken back, and none for one that is. */
export async function findOthersOfPerson(
  db: Db,
  { responseId, viewer }: { responseId: number; viewer: Viewer },
): Promise<string[]> {
  if (!may(viewer, "read-identity")) return [];
  return selectOthersOfPerson(db, viewer, responseId);
}
