import { data, redirect } from "@remix-run/node";
import { ownResponseAddress, receiptAddress } from "#app/addresses.ts";
import type { OwnPart } from "#app/receipt-addresses.ts";
import {
  type OwnResponse,
  readOwnResponse,
} from "#app/domain/responses/own-responses.server.ts";
import type { RequestContext } from "./context.server.ts";
import { speakOfCall } from "./language.server.ts";
import { keepReceiptVisit, readReceiptVisit } from "./receipt-visit.server.ts";

type Visiting = Pick<RequestContext, "db" | "env" | "now" | "speech">;

export type OwnVisit = { own: OwnResponse; headers: { "Set-Cookie": string } };

/**
 * The response whose receipt code this browser has shown, with the cookie that
 * keeps it open for as long again. @throws a redirect to where the code is asked for.
 */
export async function requireOwnResponse(
  request: Pick<Request, "headers" | "url">,
  context: Visiting,
): Promise<OwnVisit> {
  const own = await findVisited(request, context);
  if (!own) throw redirect(receiptAddress, 303);
  return openFor(own, context);
}

/** The same for a form with words in it. @throws a 401 where it is too late: they are given back then. */
export async function requireOwnForForm(
  request: Pick<Request, "headers" | "url">,
  context: Visiting,
): Promise<OwnVisit> {
  const own = await findVisited(request, context);
  if (!own) throw data(null, { status: 401 });
  return openFor(own, context);
}

async function findVisited(
  request: Pick<Request, "headers" | "url">,
  context: Visiting,
): Promise<OwnResponse | undefined> {
  const responseId = readReceiptVisit(request, context);
  if (responseId === undefined) return undefined;
  return readOwnResponse(context.db, responseId, (sent) =>
    speakOfCall(request, context, sent),
  );
}

function openFor(own: OwnResponse, context: Visiting): OwnVisit {
  const setCookie = keepReceiptVisit(context, own.responseId);
  return { own, headers: { "Set-Cookie": setCookie } };
}

/** From what was done to a response back to its page. */
export function leadToOwnResponse(headers: OwnVisit["headers"]): Response {
  return redirect(ownResponseAddress("response"), { status: 303, headers });
}

const named = /^[\w-]{1,200}$/;

/** The answer or file that an address of the receipt names; undefined where it names nothing. */
export function ownPartOf(request: Pick<Request, "url">): OwnPart | undefined {
  const { searchParams } = new URL(request.url);
  const answer = searchParams.get("answer") ?? "";
  const file = searchParams.get("file") ?? "";
  if (named.test(answer)) return { answer };
  return named.test(file) ? { file } : undefined;
}

/** The question whose answer it names; of no name is no question. */
export function ownQuestionIdOf(request: Pick<Request, "url">): string {
  const part = ownPartOf(request);
  return part && "answer" in part ? part.answer : "";
}
