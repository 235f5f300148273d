import { data, redirect } from "@remix-run/node";
import { queueAddress, responseAddress } from "#app/addresses.ts";
import { findWhoDecides } from "#app/domain/responses/held-back.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "#app/domain/responses/visible-responses.ts";
import type { RequestContext } from "./context.server.ts";

/** The response that an address names. @throws a 404 where the viewer sees none. */
export async function requireResponse(
  { db, now }: Pick<RequestContext, "db" | "now">,
  viewer: Viewer,
  reference = "",
): Promise<VisibleResponse> {
  const seen = { reference, viewer, now: now() };
  const response = await findVisibleResponse(db, seen);
  if (!response) throw data(null, { status: 404 });
  return response;
}

/** For whoever opens the address of a form that stands on a response's page: the page itself. */
export async function showResponseInstead(
  ...named: Parameters<typeof requireResponse>
): Promise<Response> {
  const { reference } = await requireResponse(...named);
  return redirect(responseAddress(reference), 303);
}

/** For the address of a response that the viewer sees none at: to where its reference is looked for, if it is held back, which tells them so. Else a 404. */
export async function refuseResponse(
  { db }: Pick<RequestContext, "db">,
  viewer: Viewer,
  reference: string,
) {
  if (!(await findWhoDecides(db, { reference, viewer })))
    return data(null, { status: 404 });
  return redirect(queueAddress(new URLSearchParams({ q: reference })), 303);
}
