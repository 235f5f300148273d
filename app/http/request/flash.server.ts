import { createCookieSessionStorage, redirect } from "@remix-run/node";
import type { RequestContext } from "./context.server.ts";
import type { Env } from "../env.server.ts";

/** Told once on the next staff page. References and staff names at most: the cookie is signed, not secret. */
export type Flash = {
  kind: "success" | "notice";
  text: string;
  /** The reference of a response: whoever just decided about it may take that back. */
  undo?: string;
};

const maxAgeSeconds = 60;

function openFlashStorage(env: Env) {
  const isSecure = env.publicBaseUrl.protocol === "https:";
  return createCookieSessionStorage<object, { flash: Flash }>({
    cookie: {
      name: isSecure ? "__Host-heard-flash" : "heard-flash",
      secrets: [env.secret],
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure,
      path: "/",
      maxAge: maxAgeSeconds,
    },
  });
}

/** Sends the browser on after a post, with a line that the next page tells. */
export async function redirectWithFlash(
  { env }: Pick<RequestContext, "env">,
  to: string,
  flash: Flash | undefined,
): Promise<Response> {
  if (!flash) return redirect(to, 303);
  const storage = openFlashStorage(env);
  const session = await storage.getSession();
  session.flash("flash", flash);
  return redirect(to, {
    status: 303,
    headers: { "Set-Cookie": await storage.commitSession(session) },
  });
}

/** The line left for this page, and the header that makes sure it is told once. */
export async function takeFlash(
  request: Request,
  { env }: Pick<RequestContext, "env">,
): Promise<{ flash: Flash | undefined; headers: Record<string, string> }> {
  const storage = openFlashStorage(env);
  const session = await storage.getSession(request.headers.get("Cookie"));
  const flash = session.get("flash");
  if (!flash) return { flash: undefined, headers: {} };
  return {
    flash,
    headers: { "Set-Cookie": await storage.destroySession(session) },
  };
}

/** The header that takes a line away which no page has told yet. */
export async function forgetFlash({
  env,
}: Pick<RequestContext, "env">): Promise<string> {
  const storage = openFlashStorage(env);
  return storage.destroySession(await storage.getSession());
}
