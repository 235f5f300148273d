import { data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  contrastWithWhite,
  leastContrast,
  readAccent,
} from "#app/domain/portal/accents.ts";

/**
 * A style sheet that gives the public's pages an accent. All that it says
 * follows from its address, so nothing is asked and every browser may keep it.
 */
export function loader({ params }: LoaderFunctionArgs) {
  const { accent = "" } = params;
  const isWhole = /^[0-9a-f]{6}$/.test(accent);
  const read = isWhole ? readAccent(accent) : undefined;
  if (!read || contrastWithWhite(read) < leastContrast)
    throw data(null, { status: 404 });
  return new Response(
    `:root{--heard-accent:${read};--heard-on-accent:#fff}\n`,
    {
      headers: {
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
      },
    },
  );
}
