import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSeconds } from "./sessions.ts";
import type { StaffAuth } from "./staff-auth.server.ts";

/**
 * The token of the session that a request's cookie names; undefined where it has
 * none or one that was not signed here. better-auth signed it, and would read it
 * itself with a trip to another thread and a second look at the session, which
 * every page and form of the review side waits for (docs/decisions/233).
 */
export async function readSessionToken(
  auth: StaffAuth,
  headers: Headers,
): Promise<string | undefined> {
  const { secret, authCookies } = await auth.$context;
  const signed = valueOfCookie(headers, authCookies.sessionToken.name);
  const end = signed.lastIndexOf(".");
  const token = signed.slice(0, Math.max(0, end));
  if (token === "") return undefined;
  const given = Buffer.from(signed.slice(end + 1));
  const expected = Buffer.from(
    createHmac("sha256", secret).update(token).digest("base64"),
  );
  const isOurs =
    given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? token : undefined;
}

/** The cookie that names a session, as better-auth writes it. */
export async function writeSessionCookie(
  auth: StaffAuth,
  token: string,
): Promise<string> {
  const { secret, authCookies } = await auth.$context;
  const { name, attributes } = authCookies.sessionToken;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  const secure = attributes.secure ? "; Secure" : "";
  return `${name}=${value}; Max-Age=${sessionSeconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** Of two with one name the first, which better-auth takes too when it ends a session. */
function valueOfCookie(headers: Headers, name: string): string {
  const pair = (headers.get("Cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  try {
    return decodeURIComponent(pair?.slice(name.length + 1) ?? "");
  } catch {
    return "";
  }
}
