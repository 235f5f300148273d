import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signInAddress } from "#app/addresses.ts";
import { comeBackFromProvider } from "#app/http/request/provider-sign-in.server.ts";
import { endVisit } from "#app/http/request/provider-visit.server.ts";
import {
  providerRefusedAddress,
  secondStepPath,
} from "#app/people-addresses.ts";

/** Where a browser comes back from the team's identity provider. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { provider } = context.env;
  if (!provider) throw redirect(signInAddress(), 303);
  const came = await comeBackFromProvider(request, context, provider);
  const headers = new Headers(came.ok ? came.headers : undefined);
  headers.append("Set-Cookie", endVisit(context));
  const { from } = came;
  const into = came.ok && came.need === "code" ? secondStepPath(from) : from;
  const to = came.ok ? into : providerRefusedAddress(from, came.reason);
  return redirect(to, { status: 303, headers });
}
