import type { RequestContext } from "#app/http/request/context.server.ts";
import { takeFlash } from "#app/http/request/flash.server.ts";
import type { Answer } from "./routes.ts";

/** The line that the next page tells. */
export async function toldNext(context: RequestContext, { headers }: Answer) {
  const [cookie = ""] = headers.get("Set-Cookie")?.split(";") ?? [];
  const request = new Request("http://localhost:3000/review/queue", {
    headers: { Cookie: cookie },
  });
  return (await takeFlash(request, context)).flash;
}
