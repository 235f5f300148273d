import { isRouteErrorResponse } from "@remix-run/react";

/** Undecided by any route: a gate's plain page, no answer, no network. */
const notTaken = 503;

const words =
  "This was not saved: the server could not be reached, or did not take it at the moment. What you typed is still here. Try again in a minute. If it goes on, copy it and reload the page";

/**
 * What the script posts is answered by a route, or else by a gate before it
 * (too many, too long, busy) with a page that the script cannot read: Remix would
 * put its error in the place of the whole page, and of everything typed on it. So
 * the form comes back as from a route, and nothing is loaded anew.
 */
export async function sendOrGiveBack(
  request: Request,
  send: () => Promise<unknown>,
): Promise<unknown> {
  const fields = await request.clone().formData();
  try {
    return await send();
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    const sent = Object.fromEntries(
      [...fields].filter(([, value]) => typeof value === "string"),
    );
    return Response.json({ sent, errors: { "": words } }, { status: notTaken });
  }
}
