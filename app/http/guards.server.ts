import { redirect } from "@remix-run/node";
import type { StaffMember, StaffRole } from "#app/domain/accounts/accounts.ts";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import type { RequestContext } from "./context.server.ts";

/**
 * The first line of every staff loader and action: a layout's loader guards
 * nothing for its children (docs/decisions/002).
 *
 * @param roles whoever is not one of them gets a 403; left out, any member of staff may pass.
 * @throws a redirect to the sign-in page, or a 403.
 */
export async function requireStaff(
  request: Request,
  context: Pick<RequestContext, "auth" | "db">,
  roles?: readonly StaffRole[],
): Promise<StaffMember> {
  const staff = await findSignedInStaff(
    context.auth,
    context.db,
    request.headers,
  );
  if (!staff) {
    const { pathname, search } = new URL(request.url);
    const from =
      request.method === "GET"
        ? `?from=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`
        : "";
    throw redirect(`/review/sign-in${from}`, 303);
  }
  if (roles && !roles.includes(staff.role)) {
    throw new Response("Your account does not open this page", { status: 403 });
  }
  return staff;
}

/** A place to go after signing in: only a path of the review side, whatever was asked for. */
export function safeReturnPath(asked: string | null): string {
  return asked &&
    /^\/review\/[\w/.?=&%+:-]*$/.test(asked) &&
    !asked.includes("//")
    ? asked
    : "/review/queue";
}
