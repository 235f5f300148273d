import { createHmac } from "node:crypto";
import {
  type Counted,
  countUse,
  forgetUses,
  giveBackUse,
  type Limit,
} from "#app/domain/limits/limits.server.ts";
import type { RequestContext } from "./context.server.ts";

/** Tries for one account from one network before it must wait. */
const triesForAccount = 10;
/** Wrong tries from one network, over all accounts: one password tried on each of them. */
const triesFromNetwork = 30;
const windowSeconds = 15 * 60;

type Try = {
  context: Pick<RequestContext, "db" | "env" | "networkKey" | "now">;
  email: string;
};

function limitsOf({ context, email }: Try): {
  ofNetwork: Limit;
  ofAccount: Limit;
} {
  const { env, networkKey } = context;
  const keyed = (name: string) =>
    `sign-in:${createHmac("sha256", env.secret).update(name).digest("base64url")}`;
  const account = `${networkKey}:${email.trim().toLowerCase()}`;
  return {
    ofNetwork: {
      key: keyed(networkKey),
      most: triesFromNetwork,
      windowSeconds,
    },
    ofAccount: { key: keyed(account), most: triesForAccount, windowSeconds },
  };
}

/**
 * Counts a try before its password is looked at, so that a hundred at once are
 * still ten. It slows one account from one network, and a network that goes
 * through accounts, and locks nobody out: from another network, or after the
 * wait, the same person can sign in.
 */
export async function countSignInTry(attempt: Try): Promise<Counted> {
  const { db, now } = attempt.context;
  const { ofNetwork, ofAccount } = limitsOf(attempt);
  const counted = await countUse(db, { ...ofAccount, now: now() });
  if (!counted.ok) return counted;
  return countUse(db, { ...ofNetwork, now: now() });
}

/** The password was right: what was tried before was a person's slip. */
export async function forgetSignInTries(attempt: Try): Promise<void> {
  const { ofNetwork, ofAccount } = limitsOf(attempt);
  await forgetUses(attempt.context.db, ofAccount.key);
  await giveBackUse(attempt.context.db, ofNetwork.key);
}

/** The password was not looked at. */
export async function giveBackSignInTry(attempt: Try): Promise<void> {
  const { ofNetwork, ofAccount } = limitsOf(attempt);
  await giveBackUse(attempt.context.db, ofAccount.key);
  await giveBackUse(attempt.context.db, ofNetwork.key);
}
