import { data, redirect } from "@remix-run/node";
import type { StaffMember, StaffRole } from "#app/domain/accounts/accounts.ts";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import type { RequestContext } from "./context.server.ts";
import { holdForm } from "./held-form.server.ts";

/**
 * The first line of every staff loader and action: a layout's loader guards
 * nothing for its children (docs/decisions/002).
 *
 * @param roles whoever is not one of them gets a 403; left out, any member of staff may pass.
 * @throws a redirect to the sign-in page; for a post a 401 with the form held,
 * which the review side's error boundary shows with a sign-in form; or a 403.
 */
export async function requireStaff(
  request: Request,
  context: Pick<RequestContext, "auth" | "db" | "env" | "receivedForm">,
  roles?: readonly StaffRole[],
): Promise<StaffMember> {
  const staff = await findSignedInStaff(
    context.auth,
    context.db,
    request.headers,
  );
  if (!staff) {
    const from = returnPathOf(request);
    const held = await holdForm(request, context);
    if (held)
      throw data({ held, from, name: context.env.reviewName }, { status: 401 });
    throw redirect(`/review/sign-in?from=${encodeURIComponent(from)}`, 303);
  }
  if (roles && !roles.includes(staff.role)) {
    throw new Response("Your account does not open this page", { status: 403 });
  }
  return staff;
}

/** The page that was asked for; after a post, the page that its form stood on. */
function returnPathOf(request: Request): string {
  const own = new URL(request.url);
  if (request.method === "GET")
    return own.pathname.replace(/\.data$/, "") + own.search;
  const sent = request.headers.get("Referer") ?? "";
  const referer = URL.canParse(sent) ? new URL(sent) : undefined;
  return referer?.host === own.host
    ? referer.pathname + referer.search
    : "/review/queue";
}

/** A place to go after a form: only a path of the review side, whatever was asked for. */
export function safeReturnPath(
  asked: string | null | undefined,
  fallback = "/review/queue",
): string {
  return asked &&
    /^\/review\/[\w/.?=&%+*:-]*$/.test(asked) &&
    !/\/\/|\/\./.test(asked)
    ? asked
    : fallback;
}
