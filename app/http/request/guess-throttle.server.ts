import { createHmac } from "node:crypto";
import {
  type Counted,
  countUseOfEach,
  forgetUses,
  giveBackUse,
  type Limit,
} from "#app/domain/limits/limits.server.ts";
import type { RequestContext } from "./context.server.ts";

/** Tries at one account or response from one network before it must wait. */
const triesAtOne = 10;
/** Wrong tries from one network, over all of them: one password tried on each. */
const triesFromNetwork = 30;
/** Wrong codes of six digits for one person, from everywhere: whoever sends more knows their password, and is not them. */
const codesOfPerson = 50;
const windowSeconds = 15 * 60;

/** Resume codes from one network: a class that comes back together has room. */
const resumesFromNetwork = 60;
/** Wrong resume codes from everywhere together: more of them are no slips of people. */
const resumesFromAnywhere = 2_000;

type Guess = {
  context: Pick<RequestContext, "db" | "env" | "networkKey" | "now">;
} & (
  | {
      /** What a right one lets in to. */
      to: "sign-in" | "receipt" | "second-step";
      /** Whose secret is guessed: an account's address, a response's reference. */
      at: string;
    }
  /** A code of 120 bits, which names what it opens and is not found by trying: this keeps the trying from being work for us. */
  | { to: CodeOf }
);

/** What a code of 120 bits opens, or a key that no guess makes. */
type CodeOf = "resume" | "join" | "reset" | "passkey" | "provider";
const opensByCode: readonly string[] = [
  "resume",
  "join",
  "reset",
  "passkey",
  "provider",
] satisfies CodeOf[];

const isByCode = (guess: Guess): guess is Guess & { to: CodeOf } =>
  opensByCode.includes(guess.to);

type Limits = {
  /** Of tries at one secret: forgotten as soon as one is right. */
  ofOne?: Limit;
  /** Of everything else that the same tries count against. */
  ofAll: Limit[];
};

function limitsOf(guess: Guess): Limits {
  const { env, networkKey } = guess.context;
  const limit = (key: string, most: number): Limit => ({
    key: `${guess.to}:${key}`,
    most,
    windowSeconds,
  });
  if (isByCode(guess))
    return {
      ofAll: [
        limit(networkKey, resumesFromNetwork),
        limit("anywhere", resumesFromAnywhere),
      ],
    };
  const keyed = (name: string) =>
    createHmac("sha256", env.secret).update(name).digest("base64url");
  const one = `${networkKey}:${guess.at.trim().toLowerCase()}`;
  const ofAll = [limit(keyed(networkKey), triesFromNetwork)];
  if (guess.to === "second-step")
    ofAll.push(limit(keyed(`person:${guess.at}`), codesOfPerson));
  return { ofOne: limit(keyed(one), triesAtOne), ofAll };
}

/**
 * Counts a guess before it is looked at, so that a hundred at once are still
 * ten. It slows one network at one account or response, and a network that goes
 * through them, and locks nobody out: from another network, or after the
 * wait, the same person comes in.
 */
export async function countGuess(guess: Guess): Promise<Counted> {
  const { db, now } = guess.context;
  const { ofOne, ofAll } = limitsOf(guess);
  return countUseOfEach(db, ofOne ? [ofOne, ...ofAll] : ofAll, now());
}

/** It was right: what was tried before was a person's slip. */
export async function forgetGuesses(guess: Guess): Promise<void> {
  const { db } = guess.context;
  const { ofOne, ofAll } = limitsOf(guess);
  if (ofOne) await forgetUses(db, ofOne.key);
  for (const { key } of ofAll) await giveBackUse(db, key);
}

/** It was not looked at. */
export async function giveBackGuess(guess: Guess): Promise<void> {
  const { ofOne, ofAll } = limitsOf(guess);
  for (const { key } of ofOne ? [ofOne, ...ofAll] : ofAll)
    await giveBackUse(guess.context.db, key);
}
