import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import { countGuess, forgetGuesses } from "./guess-throttle.server.ts";
import type { RequestContext } from "./context.server.ts";

type Context = Pick<RequestContext, "db" | "env" | "networkKey" | "now">;

/** Why a code was not even looked at. */
export type NotTried =
  | { ok: false; reason: "too-many-tries"; waitSeconds: number }
  | { ok: false; reason: "busy" };

type Outcome = { ok: true } | { ok: false; reason: string };

/**
 * Tries a code that came by mail and sets a password: counted as a guess, which
 * is forgotten once the code is one that there was, and in its turn among those
 * whose passwords are being hashed.
 */
export async function tryPasswordCode<Tried extends Outcome>(
  context: Context,
  to: "join" | "reset",
  set: () => Promise<Tried>,
): Promise<Tried | NotTried> {
  const guess = { context, to };
  const counted = await countGuess(guess);
  if (!counted.ok) {
    const { waitSeconds } = counted;
    return { ok: false, reason: "too-many-tries", waitSeconds };
  }
  const turn = await waitForPasswordTurn(context.networkKey);
  if (!turn) return { ok: false, reason: "busy" };
  const tried = await set().finally(turn.end);
  if (tried.ok || tried.reason !== "unknown-code") await forgetGuesses(guess);
  return tried;
}
