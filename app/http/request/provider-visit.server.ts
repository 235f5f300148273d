import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ProviderVisit } from "#app/domain/accounts/provider.ts";
import { openText, sealText } from "#app/domain/text/sealed-text.server.ts";
import type { RequestContext } from "./context.server.ts";
import { safeReturnPath } from "./guards.server.ts";
import { readOwnCookie, writeOwnCookie } from "./own-cookie.server.ts";

/** For how long somebody may take to sign in with the provider. */
const visitMinutes = 15;
const cookieName = "provider";

type Context = Pick<RequestContext, "env" | "now" | "randomBytes">;

const keptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  from: z.string(),
  at: z.number(),
});

const sealing = ({ env }: Pick<Context, "env">) => ({
  secret: env.secret,
  ...{ purpose: "heard-provider-visit", belongsTo: "browser" },
});

/** A visit to the provider that begins now, and the cookie that knows it again; a later one takes its place. */
export function beginVisit(
  context: Context,
  from: string,
): { visit: ProviderVisit; cookie: string } {
  const code = () => context.randomBytes(32).toString("base64url");
  const visit = { state: code(), nonce: code(), verifier: code() };
  const kept = { ...visit, from, at: context.now().getTime() };
  const { randomBytes } = context;
  const text = JSON.stringify(kept);
  const value = sealText(text, { ...sealing(context), randomBytes });
  return { visit, cookie: writeVisit(context, value) };
}

/** The visit that a browser comes back from; undefined where it is none that began in it, or an old one. */
export function readVisit(
  request: Request,
  context: Context,
  state: string,
): { visit: ProviderVisit; from: string } | undefined {
  const kept = open(request, context);
  if (!kept) return undefined;
  const age = context.now().getTime() - kept.at;
  const [given, expected] = [Buffer.from(state), Buffer.from(kept.state)];
  const isSame =
    given.length === expected.length && timingSafeEqual(given, expected);
  if (!isSame || age > visitMinutes * 60_000) return undefined;
  const { from, at: _at, ...visit } = kept;
  return { visit, from: safeReturnPath(from) };
}

function open(request: Request, context: Context) {
  const value = readOwnCookie(request, context, cookieName);
  try {
    const text = openText(value ?? "", sealing(context));
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The header that ends a visit: it is come back from once. */
export function endVisit(context: Pick<Context, "env">): string {
  return writeVisit(context, "", 0);
}

function writeVisit(
  context: Pick<Context, "env">,
  value: string,
  maxAgeSeconds = visitMinutes * 60,
): string {
  const cookie = { value, maxAgeSeconds, sameSite: "Lax" as const };
  return writeOwnCookie(context, cookieName, cookie);
}
