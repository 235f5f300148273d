import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAllHeld } from "#app/http/request/all-held.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { listAllHeld } from "#app/screens/public/all-held.ts";
import { wordsIn } from "#app/words/words.ts";

/** Everything that is held, as a file for other programs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { own, headers } = await requireOwnResponse(request, context);
  const held = listAllHeld(await readAllHeld(own, context));
  const { everything } = wordsIn(own.language).receipt;
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${everything.fileName(own.reference)}"`,
      "Cache-Control": "no-store",
    },
  });
}
