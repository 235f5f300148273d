import { keepReceiptVisit } from "#app/http/request/receipt-visit.server.ts";
import { loader as signed } from "#app/routes/_public.receipt.signed[.]json.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { openBrowser } from "#tests/asking/browser.ts";

/** A browser that has shown the receipt code of a response. */
export function openOwn(context: RequestContext, responseId: number) {
  const [cookie = ""] = keepReceiptVisit(context, responseId).split(";");
  return openBrowser(context, cookie);
}

export const ownAt = (path: string) => ({
  path: `/receipt/${path}`,
  params: {},
});

/** What the signed receipt says now. */
export async function readSigned(sender: ReturnType<typeof openBrowser>) {
  const { response } = await sender.get(signed, ownAt("signed.json"));
  const { statement } = (await response?.json()) as {
    statement: { version: number; answers: unknown };
  };
  return statement;
}
