import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import type { RequestContext } from "./context.server.ts";
import {
  countSignInTry,
  forgetSignInTries,
} from "./sign-in-throttle.server.ts";

type SignIn = {
  request: Request;
  context: Pick<RequestContext, "auth" | "db" | "env" | "networkKey">;
  email: string;
  password: string;
};

export type SignInOutcome =
  | { ok: true; headers: Headers }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "wait"; waitSeconds: number };

/**
 * Begins a session; a session the browser had before ends with it.
 *
 * @returns the cookies to set; `wrong` alike for an unknown address, a wrong
 * password and a disabled account; `wait` after too many tries.
 */
export async function signInStaff(signIn: SignIn): Promise<SignInOutcome> {
  const { request, context, email, password } = signIn;
  const counted = await countSignInTry(signIn);
  if (!counted.ok)
    return { ok: false, reason: "wait", waitSeconds: counted.waitSeconds };
  const answer = await context.auth.api.signInEmail({
    body: { email: email.trim(), password },
    headers: request.headers,
    asResponse: true,
  });
  if (!answer.ok) return { ok: false, reason: "wrong" };
  const headers = cookiesOf(answer);
  if (!(await belongsToActiveStaff(context, headers)))
    return { ok: false, reason: "wrong" };
  if (request.headers.has("Cookie")) await endSession(context, request);
  await forgetSignInTries(signIn);
  return { ok: true, headers };
}

/** A disabled account keeps its password: its new session is ended at once. */
async function belongsToActiveStaff(
  context: SignIn["context"],
  setCookies: Headers,
): Promise<boolean> {
  const cookie = setCookies
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const headers = new Headers({ Cookie: cookie });
  if (await findSignedInStaff(context.auth, context.db, headers)) return true;
  await context.auth.api.signOut({ headers });
  return false;
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
