import { data } from "@remix-run/node";
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
