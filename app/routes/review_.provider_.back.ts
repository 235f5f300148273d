import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signInAddress } from "#app/addresses.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { comeBackFromProvider } from "#app/http/request/provider-sign-in.server.ts";
import { endVisit } from "#app/http/request/provider-visit.server.ts";
import {
  providerRefusedAddress,
  secondStepPath,
} from "#app/people-addresses.ts";
import { linkedWords } from "#app/screens/review/provider-words.ts";
import { providerLinkedLetter } from "#app/screens/review/staff-letters.ts";

/** Where a browser comes back from the team's identity provider. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { provider } = context.env;
  if (!provider) throw redirect(signInAddress(), 303);
  const { name: called } = provider;
  const { reviewName } = context.env;
  const came = await comeBackFromProvider(request, context, {
    settings: provider,
    write: ({ name }) =>
      providerLinkedLetter({ reviewName, name, provider: called }),
  });
  const { from } = came;
  const into = came.ok && came.need === "code" ? secondStepPath(from) : from;
  const to = came.ok ? into : providerRefusedAddress(from, came.reason);
  const isNew = came.ok && came.isNew;
  const flash = { kind: "notice" as const, text: linkedWords(called) };
  const answer = await redirectWithFlash(
    context,
    to,
    isNew ? flash : undefined,
  );
  const cookies = came.ok ? came.headers.getSetCookie() : [];
  for (const cookie of [...cookies, endVisit(context)])
    answer.headers.append("Set-Cookie", cookie);
  return answer;
}
