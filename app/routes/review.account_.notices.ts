import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { setToldOfHandOvers } from "#app/domain/accounts/hand-over-notices.server.ts";
import { noticesSchema } from "#app/domain/team/team.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { accountAddress } from "#app/people-addresses.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-own-passkeys");
  return redirect(accountAddress, 303);
}

const known = knownFields(noticesSchema);

/** What somebody is told by mail. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-passkeys");
  const { fields } = await readForm({ request, context }, known);
  const tells = fields.get("handedOver") === "yes";
  await setToldOfHandOvers(context.db, { staffId, tells });
  return redirectWithFlash(context, accountAddress, {
    kind: "success",
    text: tells
      ? "You get a mail when responses are handed to you."
      : "You get no mail when responses are handed to you.",
  });
}
