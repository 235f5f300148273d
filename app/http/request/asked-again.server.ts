import { redirect } from "@remix-run/node";
import { formPlaceAddress } from "#app/addresses.ts";
import { findAskedAgain } from "#app/domain/drafts/asked-again.server.ts";
import type { RequestContext } from "./context.server.ts";
import type { Respondent } from "./respondent.server.ts";

/** Where a person is led who has begun on a version after which something has to be asked again; undefined where they finish on theirs. */
export async function leadToAskedAgain(
  { call, draft, answer, answering }: Respondent,
  { db }: Pick<RequestContext, "db">,
): Promise<Response | undefined> {
  if (!draft || !answering.ok) return undefined;
  const again = await findAskedAgain(db, call, draft);
  if (again.length === 0) return undefined;
  return redirect(formPlaceAddress(answer, "asked-again"), 303);
}

/** @throws where they are led, as `leadToAskedAgain` says. */
export async function requireNothingAskedAgain(
  respondent: Respondent,
  context: Pick<RequestContext, "db">,
): Promise<void> {
  const elsewhere = await leadToAskedAgain(respondent, context);
  if (elsewhere) throw elsewhere;
}
