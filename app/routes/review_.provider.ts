import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signInAddress } from "#app/addresses.ts";
import { safeReturnPath } from "#app/http/request/guards.server.ts";
import { leaveForProvider } from "#app/http/request/provider-sign-in.server.ts";
import { providerRefusedAddress } from "#app/people-addresses.ts";

/**
 * Where a browser leaves for the team's identity provider. It is got, not sent:
 * browsers let no form of ours lead on to another site.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const settings = context.env.provider;
  const from = safeReturnPath(new URL(request.url).searchParams.get("from"));
  if (!settings) throw redirect(signInAddress(from), 303);
  const left = await leaveForProvider(context, { settings, from });
  if (!left.ok) return redirect(providerRefusedAddress(from, left.reason), 303);
  const headers = { "Set-Cookie": left.cookie };
  return redirect(left.to, { status: 303, headers });
}
