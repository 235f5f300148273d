import { createHmac } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RequestContext } from "./context.server.ts";
import type { Env } from "../env.server.ts";

/** Tries for one account from one network before it must wait, and how long they are remembered. */
const triesBeforeWaiting = 10;
const rememberedSeconds = 15 * 60;

// One for each server, held by its settings, so that two of them in one process (tests) do not share.
const limiters = new WeakMap<Env, RateLimiterMemory>();

function limiterOf(env: Env): RateLimiterMemory {
  const known = limiters.get(env);
  if (known) return known;
  const limiter = new RateLimiterMemory({
    points: triesBeforeWaiting,
    duration: rememberedSeconds,
  });
  limiters.set(env, limiter);
  return limiter;
}

type Try = {
  context: Pick<RequestContext, "env" | "networkKey">;
  email: string;
};

function keyOf({ context, email }: Try): string {
  return createHmac("sha256", context.env.secret)
    .update(`sign-in:${context.networkKey}:${email.trim().toLowerCase()}`)
    .digest("base64url");
}

/**
 * Counts a try before its password is looked at, so that a hundred at once are
 * still ten. It slows one account from one network and locks nobody out: from
 * another network, or after the wait, the same person can sign in.
 */
export async function countSignInTry(
  attempt: Try,
): Promise<{ ok: true } | { ok: false; waitSeconds: number }> {
  try {
    await limiterOf(attempt.context.env).consume(keyOf(attempt));
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}

export async function forgetSignInTries(attempt: Try): Promise<void> {
  await limiterOf(attempt.context.env).delete(keyOf(attempt));
}
