import { createHmac } from "node:crypto";
import { draftLifetimeDays } from "#app/domain/drafts/drafts.ts";
import {
  hasDrafts,
  hasDraftsFromBefore,
} from "#app/domain/drafts/holders.server.ts";
import type { RequestContext } from "./context.server.ts";
import { readOwnCookie, writeOwnCookie } from "./own-cookie.server.ts";

type CookieSettings = { env: Pick<RequestContext["env"], "publicBaseUrl"> };

const cookie = "draft";
const holderKeyPattern = /^[A-Za-z0-9_-]{43}$/;
const cookieSeconds = draftLifetimeDays * 24 * 60 * 60;

/** The opaque key that ties this browser to its drafts; undefined where it has none or sent something else. */
export function readDraftHolder(
  request: Pick<Request, "headers">,
  context: CookieSettings & Pick<RequestContext, "draftHolderKey">,
): string | undefined {
  if (context.draftHolderKey !== undefined) return context.draftHolderKey;
  const value = readOwnCookie(request, context, cookie);
  return value && holderKeyPattern.test(value) ? value : undefined;
}

type Issuing = CookieSettings &
  Pick<RequestContext, "randomBytes" | "draftHolderKey">;

/**
 * A new key of 256 random bits, and the cookie that gives it to the browser. It
 * is left in the context: the loader that runs after an action knows the same
 * one, and one answer gives out one key.
 */
export function issueDraftHolder(context: Issuing): {
  holderKey: string;
  setCookie: string;
} {
  const holderKey =
    context.draftHolderKey ?? context.randomBytes(32).toString("base64url");
  context.draftHolderKey = holderKey;
  return { holderKey, setCookie: keepDraftHolder(context, holderKey) };
}

/**
 * For a page that is typed into: the cookie comes before the first post, so that
 * a post without it tells of a browser that keeps none.
 */
export function offerDraftHolder(
  context: Issuing,
  holderKey: string | undefined,
): Record<string, string> {
  if (holderKey !== undefined) return {};
  return { "Set-Cookie": issueDraftHolder(context).setCookie };
}

type Beginning = CookieSettings & {
  env: Pick<RequestContext["env"], "secret">;
} & Pick<RequestContext, "db" | "now" | "randomBytes" | "draftHolderKey">;

/**
 * The key that a draft is begun with. One that nothing hangs on yet may have
 * been put into this browser by somebody who would like to read along: it is
 * replaced by one that they cannot know. Two posts of one page that cross on
 * the way get the same one, and begin one draft (docs/decisions/164).
 *
 * @param sentWith what the form says that whoever put the key there could not know.
 */
export async function holderKeyToBegin(
  context: Beginning,
  holderKey: string | undefined,
  sentWith: string | undefined,
): Promise<string> {
  const { db, now } = context;
  if (holderKey && (await hasDrafts(db, { holderKey, now: now() })))
    return holderKey;
  if (holderKey && sentWith) {
    const shared = deriveHolderKey(context, holderKey, sentWith);
    const before = new Date(now().getTime() - crossingMilliseconds);
    if (!(await hasDraftsFromBefore(db, { holderKey: shared, before })))
      context.draftHolderKey = shared;
  }
  return issueDraftHolder(context).holderKey;
}

/** By then the other of two posts has arrived or was given up. */
const crossingMilliseconds = 60_000;

function deriveHolderKey(
  { env }: Beginning,
  holderKey: string,
  sentWith: string,
): string {
  return createHmac("sha256", env.secret)
    .update(`draft-holder:${holderKey}:${sentWith}`)
    .digest("base64url");
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
  return writeOwnCookie(context, cookie, {
    value,
    maxAgeSeconds,
    sameSite: "Lax",
  });
}
