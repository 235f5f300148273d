import { strengthenPassword } from "#app/domain/accounts/accounts.server.ts";
import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import {
  neededSecondStep,
  type SecondStepNeed,
} from "#app/domain/accounts/second-steps.ts";
import type { ProviderRefusal } from "#app/domain/accounts/provider.ts";
import type { Coming } from "#app/domain/accounts/provider-links.server.ts";
import { beginSessionOf } from "#app/domain/accounts/provider-sign-in.server.ts";
import { signInWithPasskey } from "#app/domain/accounts/passkeys.server.ts";
import {
  findStaffSession,
  noteSecondStep,
} from "#app/domain/accounts/sessions.server.ts";
import type { RequestContext } from "./context.server.ts";
import {
  countGuess,
  forgetGuesses,
  giveBackGuess,
} from "./guess-throttle.server.ts";

type SignIn = {
  request: Request;
  context: Pick<RequestContext, "auth" | "db" | "env" | "networkKey" | "now">;
  email: string;
  password: string;
};

export type SignInOutcome =
  | { ok: true; headers: Headers; need: SecondStepNeed }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "busy" }
  | { ok: false; reason: "wait"; waitSeconds: number };

/**
 * Begins a session; a session the browser had before ends with it.
 *
 * @returns the cookies to set; `wrong` alike for an unknown address, a wrong
 * password and a disabled account; `wait` after too many tries; `busy` where
 * too many sign in at once for the machine.
 */
export async function signInStaff(signIn: SignIn): Promise<SignInOutcome> {
  const { request, context } = signIn;
  const guess = { context, to: "sign-in" as const, at: signIn.email };
  const counted = await countGuess(guess);
  if (!counted.ok)
    return { ok: false, reason: "wait", waitSeconds: counted.waitSeconds };
  const turn = await waitForPasswordTurn(context.networkKey);
  if (!turn) {
    await giveBackGuess(guess);
    return { ok: false, reason: "busy" };
  }
  const headers = await checkPassword(signIn).finally(turn.end);
  if (!headers) return { ok: false, reason: "wrong" };
  const begun = await findBegun(context, headers);
  if (!begun) return { ok: false, reason: "wrong" };
  if (request.headers.has("Cookie")) await endSession(context, request);
  await forgetGuesses(guess);
  const need = neededSecondStep(begun.secondStep, context.env.secondStep);
  return { ok: true, headers, need };
}

/**
 * Begins a session by a passkey, which stands for both steps; a session the
 * browser had before ends with it.
 *
 * @returns the cookies to set; undefined where it is no passkey of somebody on the team.
 */
export async function signInByPasskey({
  request,
  context,
  credential,
}: Pick<SignIn, "request" | "context"> & { credential: string }) {
  const { auth, db, now } = context;
  const signing = { credential, headers: request.headers };
  const cookies = await signInWithPasskey(auth, signing);
  if (!cookies) return undefined;
  const headers = new Headers(cookies.map((line) => ["Set-Cookie", line]));
  const begun = await findBegun(context, headers);
  if (!begun) return undefined;
  const { sessionId } = begun.session;
  await noteSecondStep(db, { sessionId, now: now() });
  if (request.headers.has("Cookie")) await endSession(context, request);
  return headers;
}

/**
 * Begins a session of whoever a provider says it is; a session the browser had
 * before ends with it.
 *
 * @returns the cookies to set, whether the second step is still to be given, and
 * whether they were linked to their account there just now.
 */
export async function signInByProvider({
  request,
  context,
  ...coming
}: Pick<SignIn, "request" | "context"> & Coming): Promise<
  | { ok: true; headers: Headers; need: SecondStepNeed; isNew: boolean }
  | { ok: false; reason: ProviderRefusal }
> {
  const { auth, db, env } = context;
  const signing = await beginSessionOf(db, auth, coming);
  if (!signing.ok) return signing;
  const headers = new Headers({ "Set-Cookie": signing.cookie });
  const begun = await findBegun(context, headers);
  if (!begun) return { ok: false, reason: "disabled" };
  if (request.headers.has("Cookie")) await endSession(context, request);
  const need = neededSecondStep(begun.secondStep, env.secondStep);
  return { ok: true, headers, need, isNew: signing.isNew };
}

/** @returns the new session's cookies; undefined for an unknown address and a wrong password. */
async function checkPassword({ request, context, email, password }: SignIn) {
  const answer = await context.auth.api.signInEmail({
    body: { email: email.trim(), password },
    headers: request.headers,
    asResponse: true,
  });
  if (!answer.ok) return undefined;
  await strengthenPassword(context.auth, { email, password });
  return cookiesOf(answer);
}

/** The session that has begun. A disabled account keeps its password: its new session is ended at once. */
async function findBegun(context: SignIn["context"], setCookies: Headers) {
  const cookie = setCookies
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const headers = new Headers({ Cookie: cookie });
  const of = { headers, now: context.now() };
  const found = await findStaffSession(context.auth, context.db, of);
  if (found?.member) return found;
  await context.auth.api.signOut({ headers });
  return undefined;
}

function cookiesOf(answer: Response): Headers {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie())
    headers.append("Set-Cookie", cookie);
  return headers;
}

/** Ends the session behind a request. @returns the header that takes its cookie away. */
export async function endSession(
  context: Pick<RequestContext, "auth">,
  request: Request,
): Promise<Headers> {
  const answer = await context.auth.api.signOut({
    headers: request.headers,
    asResponse: true,
  });
  return cookiesOf(answer);
}
