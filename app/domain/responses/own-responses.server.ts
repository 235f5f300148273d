import { timingSafeEqual } from "node:crypto";
import type { Db, Row, Trx } from "#app/db/schema.ts";
import { countReaders, selectEvents } from "../audit/audit.server.ts";
import { normaliseCode } from "../drafts/codes.ts";
import type { Language } from "../calls/languages.ts";
import {
  selectResponseByReference,
  selectResponseById,
} from "./intake.queries.server.ts";
import { normaliseReference } from "./receipts.ts";
import { type LanguageOf, readIn } from "./reading-language.server.ts";
import { hashReceiptCode } from "./receipts.server.ts";
import type { ResponseState, SentAnswer } from "./responses.ts";
import { selectSentAnswers } from "./sent-answers.server.ts";
import { selectTakenBack } from "./taken-back.server.ts";
import type { TakenBack } from "./taken-back.ts";

/** A response as its own sender sees it, who has shown its receipt code. */
export type OwnResponse = {
  responseId: number;
  callId: number;
  reference: string;
  /** ISO-8601 UTC. */
  receivedAt: string;
  language: Language;
  state: ResponseState;
  /** Of the team, each counted once. */
  readerCount: number;
  answers: SentAnswer[];
  takenBack: TakenBack[];
  /** How often what was sent has become something else, from 1. */
  version: number;
};

const noCode = "0".repeat(64);

/**
 * The response of a reference, where the receipt code is its own. Both as they
 * were typed: spaces, dashes, small letters, O for 0 and I for 1 are taken. Wrong
 * code, unknown reference and a response without a code cannot be told apart, by
 * the answer or by its time.
 */
export async function findByReceipt(
  db: Db,
  typed: { reference: string; code: string; secret: string },
): Promise<{ responseId: number; reference: string } | undefined> {
  const reference = normaliseReference(typed.reference);
  const code = normaliseCode(typed.code);
  const response = await selectResponseByReference(db, reference ?? "");
  const kept = response?.receipt_code_hash ?? noCode;
  const given = hashReceiptCode(typed.secret, code ?? "");
  const isRight = timingSafeEqual(Buffer.from(kept), Buffer.from(given));
  if (!isRight || !response || code === undefined) return undefined;
  return { responseId: response.id, reference: response.reference };
}

/**
 * @param languageOf what its sender reads it in now; left out, as it was sent.
 * @returns undefined where it is not there any more.
 */
export async function readOwnResponse(
  db: Db,
  responseId: number,
  languageOf?: LanguageOf,
): Promise<OwnResponse | undefined> {
  const response = await selectResponseById(db, responseId);
  return response && toOwn(db, await readIn(db, response, languageOf));
}

/** The whole row, for what its sender changes. @throws where there is none: a visit names one that is there. */
export async function findOwnRow(
  db: Db | Trx,
  responseId: number,
): Promise<Row<"responses">> {
  const response = await selectResponseById(db, responseId);
  if (!response) throw new Error(`There is no response ${responseId}`);
  return response;
}

async function toOwn(db: Db, response: Row<"responses">): Promise<OwnResponse> {
  return {
    responseId: response.id,
    callId: response.call_id,
    reference: response.reference,
    receivedAt: response.received_at,
    language: response.language,
    state: response.state,
    readerCount: await countReaders(db, response.id),
    answers: await selectSentAnswers(db, response),
    takenBack: await selectTakenBack(db, response.id),
    version: response.current_version,
  };
}

/** Who did it is not told: a person's name is not the sender's to know. */
export type OwnEvent = {
  at: string;
  type: string;
  /** Where what was sent became another version. */
  version?: number;
  questionId?: string;
};

/** What has happened to a response, oldest first. */
export async function selectOwnEvents(
  db: Db,
  responseId: number,
): Promise<OwnEvent[]> {
  const events = await selectEvents(db, {
    subject: { kind: "response", id: responseId },
  });
  return events.map(({ at, type, details: { version, questionId } }) => ({
    at,
    type,
    ...(version !== undefined && { version: Number(version) }),
    ...(typeof questionId === "string" && { questionId }),
  }));
}
