import type { IncomingMessage } from "node:http";

/** Sent by the script that sends a form, and answered by the address of the next page. */
const askedBy = "heard-script";
const leadsTo = "Heard-Leads-To";

/**
 * Where a form leads on, tells the script that sent it where to. By a redirect its
 * browser would fetch the whole next page for it, and then once more to show it.
 */
export function tellScript(
  { method, headers: asked }: Pick<IncomingMessage, "headers" | "method">,
  answer: Response,
): Response {
  const to = answer.headers.get("Location");
  const isLed = answer.status >= 300 && answer.status < 400 && to !== null;
  if (!isLed || method !== "POST" || asked[askedBy] === undefined)
    return answer;
  const headers = new Headers(answer.headers);
  headers.delete("Location");
  headers.set(leadsTo, to);
  return new Response(null, { status: 204, headers });
}
