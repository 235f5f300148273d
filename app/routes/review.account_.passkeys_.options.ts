import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { beginPasskey } from "#app/domain/accounts/passkeys.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { passkeysAddress } from "#app/people-addresses.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-own-passkeys");
  return redirect(passkeysAddress, 303);
}

/** What a browser is told to make a passkey of; its challenge holds for five minutes. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff(request, context, "keep-own-passkeys");
  return beginPasskey(context.auth, request.headers);
}
