import { draftLifetimeDays } from "#app/domain/drafts/drafts.ts";
import type { Surroundings } from "./context.server.ts";

type CookieSettings = { env: Pick<Surroundings["env"], "publicBaseUrl"> };

const holderKeyPattern = /^[A-Za-z0-9_-]{43}$/;
const cookieSeconds = draftLifetimeDays * 24 * 60 * 60;

function isServedSecurely(context: CookieSettings): boolean {
  return context.env.publicBaseUrl.protocol === "https:";
}

/** A browser takes a `__Host-` cookie over https only. */
function cookieName(context: CookieSettings): string {
  return isServedSecurely(context) ? "__Host-heard-draft" : "heard-draft";
}

/** The opaque key that ties this browser to its drafts; undefined where it has none or sent something else. */
export function readDraftHolder(
  request: Request,
  context: CookieSettings,
): string | undefined {
  const prefix = `${cookieName(context)}=`;
  const value = request.headers
    .get("Cookie")
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
  return value && holderKeyPattern.test(value) ? value : undefined;
}

/** A new key of 256 random bits, and the cookie that gives it to the browser. */
export function issueDraftHolder(
  context: CookieSettings & Pick<Surroundings, "randomBytes">,
): { holderKey: string; setCookie: string } {
  const holderKey = context.randomBytes(32).toString("base64url");
  return { holderKey, setCookie: keepDraftHolder(context, holderKey) };
}

/** The cookie lives as long as a draft saved now: each save renews both. */
export function keepDraftHolder(
  context: CookieSettings,
  holderKey: string,
): string {
  return draftHolderCookie(context, holderKey, cookieSeconds);
}

export function expireDraftHolder(context: CookieSettings): string {
  return draftHolderCookie(context, "", 0);
}

function draftHolderCookie(
  context: CookieSettings,
  value: string,
  maxAgeSeconds: number,
): string {
  const secure = isServedSecurely(context) ? "; Secure" : "";
  return `${cookieName(context)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
