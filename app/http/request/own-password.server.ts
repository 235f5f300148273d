import { isOwnPassword } from "#app/domain/accounts/own-password.server.ts";
import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import type { RequestContext } from "./context.server.ts";
import { countGuess, forgetGuesses } from "./guess-throttle.server.ts";

type PasswordDoubt =
  | { reason: "wrong-password" | "busy" }
  | { reason: "wait"; waitSeconds: number };

/**
 * Why a password is not taken as somebody's own; undefined where it is. Whoever
 * sits at an open session puts no second step of theirs in place of one that
 * is there, nor codes that do without it.
 */
export async function doubtOwnPassword(
  context: Pick<RequestContext, "auth" | "db" | "env" | "networkKey" | "now">,
  of: { staffId: string; password: string },
): Promise<PasswordDoubt | undefined> {
  const guess = { context, to: "sign-in" as const, at: of.staffId };
  const counted = await countGuess(guess);
  if (!counted.ok) return { reason: "wait", waitSeconds: counted.waitSeconds };
  const turn = await waitForPasswordTurn(context.networkKey);
  if (!turn) return { reason: "busy" };
  const isTheirs = await isOwnPassword(context.auth, of).finally(turn.end);
  if (!isTheirs) return { reason: "wrong-password" };
  await forgetGuesses(guess);
  return undefined;
}
