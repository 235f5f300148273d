import { signOwnReceipt } from "#app/domain/responses/signed-receipts.server.ts";
import type { RequestContext } from "./context.server.ts";

type Receipt = {
  responseId: number;
  /** What the file is to be called. */
  fileName: string;
  headers?: Record<string, string>;
};

/** The signed receipt of a response as a file, for whoever has shown that it is theirs; undefined where the response is not there any more. */
export async function sendSignedReceipt(
  {
    db,
    env,
    now,
    randomBytes,
  }: Pick<RequestContext, "db" | "env" | "now" | "randomBytes">,
  { responseId, fileName, headers }: Receipt,
): Promise<Response | undefined> {
  const signing = { secret: env.secret, now: now(), randomBytes };
  const text = await signOwnReceipt(db, { responseId, ...signing });
  if (text === undefined) return undefined;
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
