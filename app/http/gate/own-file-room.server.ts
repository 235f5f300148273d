import type { Request } from "express";
import { countResponseBytes } from "#app/domain/attachments/keep-sent-file.server.ts";
import { readOwnResponse } from "#app/domain/responses/own-responses.server.ts";
import { openOwnFileQuestion } from "#app/domain/revisions/own-question.server.ts";
import { addFilePath } from "#app/receipt-addresses.ts";
import type { Surroundings } from "../request/context.server.ts";
import { ownQuestionIdOf } from "../request/own-response.server.ts";
import { readReceiptVisit } from "../request/receipt-visit.server.ts";

/** Whether a form is about a file for a response that was sent. */
export function isAddingFile({ originalUrl }: Request): boolean {
  const [path = ""] = originalUrl.split("?");
  return path.replace(/\.data$/, "") === addFilePath;
}

/**
 * Who may add a file to what they sent: whoever has shown its receipt code, as
 * long as it can be changed, to a question that takes files and was asked;
 * undefined where nobody may.
 */
export async function findOwnRoom(
  request: Request,
  surroundings: Surroundings,
): Promise<{ key: string; draftBytesLeft: number } | undefined> {
  const { db, env } = surroundings;
  const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
  const responseId = readReceiptVisit({ headers }, surroundings);
  const url = env.publicBaseUrl.origin + request.originalUrl;
  if (responseId === undefined) return undefined;
  if (!(await readOwnResponse(db, responseId))) return undefined;
  const of = { responseId, questionId: ownQuestionIdOf({ url }) };
  const { question, reason } = await openOwnFileQuestion(db, of);
  if (!question || reason) return undefined;
  const heldBytes = await countResponseBytes(db, responseId);
  return {
    key: `response:${responseId}`,
    draftBytesLeft: env.maxDraftBytes - heldBytes,
  };
}
