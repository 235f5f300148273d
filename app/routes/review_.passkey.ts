import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { signInAddress } from "#app/addresses.ts";
import { beginPasskeySignIn } from "#app/domain/accounts/passkeys.server.ts";
import { safeReturnPath } from "#app/http/request/guards.server.ts";
import { countGuess } from "#app/http/request/guess-throttle.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { passkeyRefusedAddress } from "#app/people-addresses.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { signInByPasskey } from "#app/http/request/staff-session.server.ts";

const passkeyForm = z.object({
  intent: z.enum(["options"]).optional(),
  credential: z.string().max(20_000).default(""),
  from: z.string().max(2_000).optional(),
});

export function loader() {
  return redirect(signInAddress(), 303);
}

const known = knownFields(passkeyForm);

/**
 * Tells a browser what to sign, and lets in whoever signed it with a passkey of theirs. Without
 * a page of its own what it answers is what a script reads.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, passkeyForm);
  if (submission.status !== "success") throw data(null, { status: 400 });
  const { intent, credential, from } = submission.value;
  const counted = await countGuess({ context, to: "passkey" });
  if (!counted.ok) throw data(null, { status: 429 });
  if (intent === "options")
    return beginPasskeySignIn(context.auth, request.headers);
  const to = safeReturnPath(from);
  const headers = await signInByPasskey({ request, context, credential });
  if (!headers) return redirect(passkeyRefusedAddress(to), 303);
  return redirect(to, { status: 303, headers });
}
