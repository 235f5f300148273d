import type { RequestContext } from "./context.server.ts";

type CookieSettings = { env: Pick<RequestContext["env"], "publicBaseUrl"> };

/** Every cookie of ours has our name in its own; a browser takes a `__Host-` cookie over https only. */
function nameOf({ env }: CookieSettings, name: string): string {
  const isSecure = env.publicBaseUrl.protocol === "https:";
  return isSecure ? `__Host-heard-${name}` : `heard-${name}`;
}

/** What a request's cookie holds; undefined where there is none of this name. */
export function readOwnCookie(
  request: Pick<Request, "headers">,
  context: CookieSettings,
  name: string,
): string | undefined {
  return findOwnCookie(request.headers.get("Cookie"), context, name);
}

/** The same of a header by itself. */
export function findOwnCookie(
  cookies: string | undefined | null,
  context: CookieSettings,
  name: string,
): string | undefined {
  const prefix = `${nameOf(context, name)}=`;
  return cookies
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}

type Cookie = {
  value: string;
  maxAgeSeconds: number;
  sameSite: "Lax" | "Strict";
};

/** A cookie for all of the portal, which no script reads. */
export function writeOwnCookie(
  context: CookieSettings,
  name: string,
  { value, maxAgeSeconds, sameSite }: Cookie,
): string {
  const secure =
    context.env.publicBaseUrl.protocol === "https:" ? "; Secure" : "";
  return `${nameOf(context, name)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=${sameSite}${secure}`;
}
