import type { Db, Row, Trx } from "#app/db/schema.ts";
import { closeFiles } from "../attachments/taken-back-files.server.ts";
import { findOwnRow } from "../responses/own-responses.server.ts";
import { closeAnswer } from "../responses/taken-back.server.ts";
import { answerTakenBack, fileTakenBack } from "../responses/taken-back.ts";
import { makeVersion } from "../responses/versions.server.ts";
import { isWithdrawn } from "../responses/withdrawal.ts";
import { closePassages } from "../tagging/closed-passages.server.ts";

export type TakeBackOutcome =
  | { ok: true; version: number }
  /** `not-there`: it was taken back before, or never was of this response. */
  | { ok: false; reason: "withdrawn" | "not-there" };

type Taking = { responseId: number; now: Date };

/**
 * Takes one answer back, for whoever sent it, with the files of its question and
 * whatever its words were before: it leaves the response, its counts and the
 * search, and what it says is closed. Of who somebody is, the words are deleted.
 * Passages in it stay, without their words. A required answer may go as well.
 */
export async function takeBackAnswer(
  db: Db,
  { questionId, ...taking }: Taking & { questionId: string },
): Promise<TakeBackOutcome> {
  return takeBack(db, taking, async (trx, response) => {
    const of = { responseId: response.id, questionId, at: taking.now };
    const answer = await closeAnswer(trx, of);
    const files = await closeFiles(trx, of);
    if (!answer.isFound && files.length === 0) return undefined;
    const attachmentIds = files.map(({ id }) => id);
    const source = { answerIds: answer.answerIds, attachmentIds };
    await closePassages(trx, { ...of, source });
    const event = { type: answerTakenBack, details: { questionId } };
    return { without: [questionId], event };
  });
}

/** Takes one file back in the same way; its copy and its text are closed with it, and no job touches it any more. */
export async function takeBackFile(
  db: Db,
  { publicId, ...taking }: Taking & { publicId: string },
): Promise<TakeBackOutcome> {
  return takeBack(db, taking, async (trx, response) => {
    const of = { responseId: response.id, publicId, at: taking.now };
    const [file] = await closeFiles(trx, of);
    if (!file) return undefined;
    const { id: attachmentId, questionId } = file;
    const source = { answerIds: [], attachmentIds: [attachmentId] };
    await closePassages(trx, { ...of, source });
    const details = { questionId, attachmentId };
    return { without: [], event: { type: fileTakenBack, details } };
  });
}

type Closed = Pick<Parameters<typeof makeVersion>[1], "without" | "event">;

async function takeBack(
  db: Db,
  { responseId, now }: Taking,
  close: (trx: Trx, response: Row<"responses">) => Promise<Closed | undefined>,
): Promise<TakeBackOutcome> {
  return db.transaction().execute(async (trx) => {
    const response = await findOwnRow(trx, responseId);
    if (isWithdrawn(response)) return { ok: false, reason: "withdrawn" };
    const closed = await close(trx, response);
    if (!closed) return { ok: false, reason: "not-there" };
    const made = { response, answers: [], ...closed, now };
    return { ok: true, version: await makeVersion(trx, made) };
  });
}
