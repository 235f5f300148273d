import { createHmac, timingSafeEqual } from "node:crypto";
import { readOwnCookie, writeOwnCookie } from "./own-cookie.server.ts";
import type { RequestContext } from "./context.server.ts";

/** As long as one looks at a receipt; each page of it gives as long again. */
export const visitMinutes = 30;

const cookie = "receipt";

type Visiting = Pick<RequestContext, "env" | "now">;

/**
 * The cookie of somebody who has shown a receipt code. It names the response,
 * holds for `visitMinutes` and is signed with Heard's secret; the code itself is
 * in no cookie and no address.
 */
export function keepReceiptVisit(
  context: Visiting,
  responseId: number,
): string {
  const until = context.now().getTime() + visitMinutes * 60_000;
  const visit = `${responseId}.${until}`;
  return writeOwnCookie(context, cookie, {
    value: `${visit}.${sign(context, visit)}`,
    maxAgeSeconds: visitMinutes * 60,
    sameSite: "Strict",
  });
}

export function endReceiptVisit(context: Visiting): string {
  return writeOwnCookie(context, cookie, {
    value: "",
    maxAgeSeconds: 0,
    sameSite: "Strict",
  });
}

/** The response whose receipt code this browser has shown; undefined where none is, or that is too long ago. */
export function readReceiptVisit(
  request: Pick<Request, "headers">,
  context: Visiting,
): number | undefined {
  const value = readOwnCookie(request, context, cookie);
  const [, visit, responseId, until, signature] =
    /^((\d{1,15})\.(\d{13}))\.([\w-]{43})$/.exec(value ?? "") ?? [];
  if (!visit || !signature || Number(until) < context.now().getTime())
    return undefined;
  const expected = Buffer.from(sign(context, visit));
  return timingSafeEqual(expected, Buffer.from(signature))
    ? Number(responseId)
    : undefined;
}

function sign({ env }: Visiting, visit: string): string {
  return createHmac("sha256", env.secret)
    .update(`receipt-visit:${visit}`)
    .digest("base64url");
}
