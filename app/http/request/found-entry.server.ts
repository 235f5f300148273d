import { data } from "@remix-run/node";
import { findEntry } from "#app/domain/entries/entries.server.ts";
import type { Entry } from "#app/domain/entries/entries.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import type { RequestContext } from "./context.server.ts";

/** What was keyed in under an address's reference. @throws a 404 where there is nothing that the viewer sees. */
export async function findKeyedEntry(
  { db }: Pick<RequestContext, "db">,
  viewer: Viewer,
  { reference = "" }: { reference?: string | undefined },
): Promise<Entry> {
  const entry = await findEntry(db, { reference, viewer });
  if (!entry) throw data(null, { status: 404 });
  return entry;
}
