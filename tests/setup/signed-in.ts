import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { givenColleague } from "./colleagues.ts";

/** A colleague with a session: the cookie their browser would send. */
export async function signInAs(
  context: Pick<RequestContext, "auth" | "db">,
  role: StaffRole,
  name?: string,
) {
  const staff = await givenColleague(context.db, {
    role,
    ...(name !== undefined && { name }),
  });
  const { internalAdapter, authCookies, secret } = await context.auth.$context;
  const session = await internalAdapter.createSession(staff.staffId);
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
