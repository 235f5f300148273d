import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { givenColleague } from "./people.ts";

/** A colleague with a session: the cookie their browser would send. */
export async function signInAs(
  context: Pick<RequestContext, "auth" | "db" | "now">,
  role: StaffRole,
  name?: string,
) {
  const staff = await givenColleague(context.db, {
    role,
    ...(name !== undefined && { name }),
  });
  const { internalAdapter, authCookies, secret } = await context.auth.$context;
  const session = await internalAdapter.createSession(staff.staffId);
  // better-auth has a clock of its own; the test's says when the session began.
  const begun = context.now().toISOString();
  await context.db
    .updateTable("staff_sessions")
    .set({ createdAt: begun, seen_at: begun })
    .where("token", "=", session.token)
    .execute();
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signature = await crypto.subtle.sign(
    "HMAC",
    key,
    new TextEncoder().encode(session.token),
  );
  const signed = `${session.token}.${Buffer.from(signature).toString("base64")}`;
  const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(signed)}`;
  return { ...staff, cookie };
}
